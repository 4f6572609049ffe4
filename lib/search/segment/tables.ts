import type { Page, PageRange, PageSource, SegmentFile, SegmentHead } from '../../segment';
import { DamagedSegment, IDS_IN_PAGE, PLACES_IN_PAGE } from './format';
import { opened, sealed } from './page';
import { ByteReader, ByteWriter } from './varint';

/** Tables with one row for each paper of a segment, and the list of those that have left it. */

/** The pages of a table of numbers of 32 bits. */
export function* tablePages(file: SegmentFile, numbers: Uint32Array, inPage: number): Generator<Page> {
  for (let at = 0; at < numbers.length; at += inPage) {
    yield { file, key: at / inPage, bytes: sealedNumbers(numbers.subarray(at, at + inPage)) };
  }
}

/** The pages of the norms of a segment, see `norms.ts`. */
export function* normPages(norms: Uint8Array): Generator<Page> {
  for (let at = 0; at < norms.length; at += IDS_IN_PAGE) {
    yield { file: 'norms', key: at / IDS_IN_PAGE, bytes: sealed(norms.subarray(at, at + IDS_IN_PAGE)) };
  }
}

/** The norms of all papers of a segment, of all pages of their file. */
export function readNorms({ number, papers }: SegmentHead, pages: readonly Uint8Array<ArrayBuffer>[]): Uint8Array {
  const norms = new Uint8Array(papers);
  if (pages.length !== Math.ceil(papers / IDS_IN_PAGE)) throw new DamagedSegment(number, 'a page of norms is missing');
  for (const [at, page] of pages.entries()) norms.set(opened(number, page), at * IDS_IN_PAGE);
  return norms;
}

/** The codes of the ids of a segment, in order, of all pages of their file. */
export function readIds({ number, papers }: SegmentHead, pages: readonly Uint8Array<ArrayBuffer>[]): Uint32Array {
  return tableOf({ number, papers }, { file: 'ids', width: 1, inPage: IDS_IN_PAGE }, pages);
}

/**
 * A table of a segment, of so many numbers for each paper, of all pages of its file.
 *
 * @throws {DamagedSegment} where a page is missing, or there are more numbers than papers.
 */
export function tableOf(
  { number, papers }: Pick<SegmentHead, 'number' | 'papers'>,
  { file, width, inPage }: { file: SegmentFile; width: number; inPage: number },
  pages: readonly Uint8Array<ArrayBuffer>[],
): Uint32Array {
  const table = new Uint32Array(papers * width);
  if (pages.length !== Math.ceil(papers / inPage)) throw new DamagedSegment(number, `a page of ${file} is missing`);
  for (const [at, page] of pages.entries()) {
    const [numbers, first] = [numbersIn(number, page), at * width * inPage];
    if (first + numbers.length > table.length) throw new DamagedSegment(number, `there are too many ${file}`);
    table.set(numbers, first);
  }
  return table;
}

/** All pages of a table. */
export function wholeTable(segment: number, file: SegmentFile): PageRange {
  return { segment, file, from: 0, to: Number.MAX_SAFE_INTEGER };
}

/** Under which number a paper is stored, which has this row in its page of the file `places`. */
export function placeIn(segment: number, page: Uint8Array<ArrayBuffer> | undefined, row: number): number {
  const place = numbersIn(segment, page)[row];
  if (place === undefined) throw new DamagedSegment(segment, 'a place is missing');
  return place;
}

/** The digests of all papers of a segment, two numbers for each. */
export async function readDigests(head: SegmentHead, pages: PageSource): Promise<Uint32Array> {
  const [read = []] = await pages.read([wholeTable(head.number, 'digests')]);
  return tableOf(head, { file: 'digests', width: 2, inPage: PLACES_IN_PAGE }, read);
}

export function digestIn(digests: Uint32Array, paper: number): [number, number] {
  return [digests[2 * paper] ?? 0, digests[2 * paper + 1] ?? 0];
}

/** The one page of the papers that have left a segment, in order. */
export function writeDeleted(papers: Uint32Array): Page {
  const writer = new ByteWriter();
  let before = -1;
  for (const paper of papers) {
    writer.varint(paper - before - 1);
    before = paper;
  }
  return { file: 'deleted', key: 0, bytes: sealed(writer.view()) };
}

/**
 * The papers that have left a segment, in order. There may be more of them than was known of the segment a moment ago.
 *
 * @throws {DamagedSegment} where the page is missing, or does not tell of all.
 */
export function readDeleted(
  { number, deleted }: Pick<SegmentHead, 'number' | 'deleted'>,
  page: Uint8Array<ArrayBuffer> | undefined,
): Uint32Array {
  if (!page && deleted === 0) return new Uint32Array();
  const reader = new ByteReader(opened(number, page));
  const papers: number[] = [];
  while (!reader.isAtEnd) papers.push((papers.at(-1) ?? -1) + 1 + reader.varint());
  if (papers.length < deleted) throw new DamagedSegment(number, 'it is not told of all papers that have left it');
  return Uint32Array.from(papers);
}

/** The numbers of 32 bits in a page. */
export function numbersIn(segment: number, page: Uint8Array<ArrayBuffer> | undefined): Uint32Array {
  return asNumbers(opened(segment, page));
}

/** What a page holds as numbers of 32 bits. */
export function asNumbers(content: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(content.buffer, content.byteOffset, content.length >> 2);
}

/** A page that holds these numbers of 32 bits. */
export function sealedNumbers(numbers: Uint32Array): Uint8Array<ArrayBuffer> {
  return sealed(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}
