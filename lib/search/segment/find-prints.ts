import { MOST_PLACES, type Print } from '../../print';
import type { PageRange, PageSource } from '../../segment';
import { opened } from './page';
import { mayBeOn, pageOf } from './print-filter';
import { filterIn, pagesFor, paperAt } from './prints';
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
 * The papers of some segments that have some fingerprints.
 *
 * @param hashes gives the fingerprints, each once; it is called while the disk is at work.
 * @throws {DamagedSegment} where a page cannot be read.
 */
export async function findPrints(
  segments: readonly SegmentTable[],
  pages: PageSource,
  hashes: () => readonly number[],
): Promise<PrintFound[]> {
  const readingFilters = pages.read(segments.map(({ head }) => wholeTable(head.number, 'filter')));
  const asked = hashes();
  const filters = await readingFilters;
  const wanted = segments.flatMap(({ head: { number } }, at) => {
    const byPage = passing(number, filters[at] ?? [], asked);
    return Array.from(byPage, ([page, own]) => ({ at, page, own }));
  });
  const reading = pages.read(
    wanted.map(({ at, page }): PageRange => {
      return { segment: segments[at]?.head.number ?? 0, file: 'prints', from: page, to: page };
    }),
  );
  // Filters are large: whether they are as they were written is found out while the disk is at work again.
  reading.catch(() => undefined);
  for (const [at, { head }] of segments.entries()) for (const page of filters[at] ?? []) opened(head.number, page);
  const read = await reading;
  return wanted.flatMap(({ at, own }, place) => {
    const segment = segments[at];
    if (!segment) return [];
    const numbers = numbersIn(segment.head.number, read[place]?.[0]);
    return own.flatMap((hash) =>
      spotsOf(numbers, hash).flatMap((spot) => {
        const paper = paperAt(spot);
        return placeOf(segment.deleted, paper) < 0 ? [{ hash, at, paper, place: spot % MOST_PLACES }] : [];
      }),
    );
  });
}

/** Those of some fingerprints that a segment may have, by the page on which they are then. */
function passing(
  segment: number,
  filter: readonly Uint8Array<ArrayBuffer>[],
  hashes: readonly number[],
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
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  const spots: number[] = [];
  for (; low < count && numbers[low] === hash; low++) spots.push(numbers[count + low] ?? 0);
  return spots;
}
