import type { Print } from '../../print';
import type { PageRange, PageSource } from '../../segment';
import { firstFrom } from '../../sorted-numbers';
import { opened } from './page';
import { mayBeOn, pageOf } from './print-filter';
import { filterIn, pagesFor, paperAt, placeAt } from './prints';
import { placeOf, type SegmentTable } from './segment-table';
import { numbersIn, wholeTable } from './tables';

/** A fingerprint that a paper of a segment has. */
export interface PrintFound extends Print {
  /** The place of the segment among those that were asked. */
  at: number;
  /** The number of the paper in its segment. */
  paper: number;
}

/**
 * The papers of some segments that have some fingerprints. While the disk is at work for one segment, another one is looked
 * into.
 *
 * @param hashes gives the fingerprints; it is called when the first pages are being read.
 * @throws {DamagedSegment} where a page cannot be read.
 */
export async function findPrints(
  segments: readonly SegmentTable[],
  pages: PageSource,
  hashes: () => ReadonlySet<number>,
): Promise<PrintFound[]> {
  const reading = segments.map(({ head }) => pages.read([wholeTable(head.number, 'filter')]));
  const asked = reading.length > 0 ? hashes() : new Set<number>();
  const found = await Promise.all(
    reading.map(async (filter, at) => {
      const [read = []] = await filter;
      return findIn(segments[at] as SegmentTable, at, read, pages, asked);
    }),
  );
  return found.flat();
}

async function findIn(
  { head: { number }, deleted }: SegmentTable,
  at: number,
  filter: readonly Uint8Array<ArrayBuffer>[],
  pages: PageSource,
  asked: ReadonlySet<number>,
): Promise<PrintFound[]> {
  const byPage = passing(number, filter, asked);
  const reading = pages.read(
    Array.from(byPage.keys(), (page): PageRange => ({ segment: number, file: 'prints', from: page, to: page })),
  );
  // Filters are large: whether they are as they were written is found out while the disk is at work again.
  reading.catch(() => undefined);
  for (const page of filter) opened(number, page);
  const read = await reading;
  return [...byPage.values()].flatMap((hashes, place) => {
    const numbers = numbersIn(number, read[place]?.[0]);
    return hashes.flatMap((hash) =>
      spotsOf(numbers, hash).flatMap((spot) => {
        const paper = paperAt(spot);
        return placeOf(deleted, paper) < 0 ? [{ hash, at, paper, place: placeAt(spot) }] : [];
      }),
    );
  });
}

/** Those of some fingerprints that a segment may have, by the page on which they are then. */
function passing(
  segment: number,
  filter: readonly Uint8Array<ArrayBuffer>[],
  hashes: ReadonlySet<number>,
): Map<number, number[]> {
  const { most, bits } = filterIn(segment, filter);
  const byPage = new Map<number, number[]>();
  for (const hash of hashes) {
    if (!mayBeOn(bits[pageOf(hash, bits.length)] as Uint32Array, hash)) continue;
    const page = pageOf(hash, pagesFor(most));
    const own = byPage.get(page);
    if (own) own.push(hash);
    else byPage.set(page, [hash]);
  }
  return byPage;
}

/** Where a fingerprint stands, in a page of them. */
function spotsOf(numbers: Uint32Array, hash: number): number[] {
  const count = numbers.length >> 1;
  const spots: number[] = [];
  for (let at = firstFrom(numbers, hash, count); at < count && numbers[at] === hash; at++) {
    spots.push(numbers[count + at] ?? 0);
  }
  return spots;
}
