import type { Page, PageSource } from '../../segment';
import { FIELDS } from '../fields';
import { bytesIn, pagesOfBytes } from './bytes-file';
import { type Entry, entriesIn } from './dictionary';
import { backwards, TermFilesWriter } from './files';
import { IDS_IN_PAGE, PLACES_IN_PAGE } from './format';
import { InOrder, leastOf } from './in-order';
import { mergePrints } from './merge-prints';
import { opened } from './page';
import { PlaceReader, PostingReader, writePosting } from './postings';
import type { SegmentTable } from './segment-table';
import { normPages, tableOf, tablePages, wholeTable } from './tables';
import type { ByteWriter } from './varint';
import { wordsIn, WordPagesWriter } from './word-pages';
import type { SegmentSummary } from './write';

/** The new number of a paper that is left out. */
const GONE = 0xffff_ffff;

/** So many papers or postings are gone through before others have their turn. */
const AT_ONCE = 8192;

/**
 * Writes one segment out of several. What was deleted is left out; of a paper that is in more than one, the last part
 * counts. `undefined` between pages is a resting point.
 *
 * @param lengths the mean lengths of the fields by which all of them were written.
 */
export async function* mergeSegments(
  parts: readonly SegmentTable[],
  pages: PageSource,
  lengths: readonly number[],
): AsyncGenerator<Page | undefined, SegmentSummary> {
  const order = yield* inOrder(parts);
  const gone = yield* mergeTerms(parts, pages, order);
  yield* mergeEndings(parts, pages, gone);
  const papers = order.part.length;
  const ids = Uint32Array.from(order.part, (part, at) => parts[part]?.ids[order.paper[at] ?? 0] ?? 0);
  yield* tablePages('ids', ids, IDS_IN_PAGE);
  yield* normPages(Uint8Array.from(order.part, (part, at) => parts[part]?.norms[order.paper[at] ?? 0] ?? 0));
  yield* mergeTables('places', 1, parts, pages, order);
  yield* mergeTables('digests', 2, parts, pages, order);
  yield* mergePrints(parts, pages, order.renumbered, GONE);
  return { papers, lengths: [...lengths] };
}

/** Where the papers of the new segment come from, and where those of each part go. */
interface Order {
  /** Of each paper of the new segment the part, and its number there. */
  part: Uint8Array;
  paper: Uint32Array;
  /** Of each part the new numbers of its papers. */
  renumbered: Uint32Array[];
}

function* inOrder(parts: readonly SegmentTable[]): Generator<undefined, Order> {
  const next = parts.map(() => 0);
  const all = parts.reduce((sum, { ids }) => sum + ids.length, 0);
  const renumbered = parts.map(({ ids, deleted }) => {
    const numbers = new Uint32Array(ids.length);
    for (const paper of deleted) numbers[paper] = GONE;
    return numbers;
  });
  const [part, paper] = [new Uint8Array(all), new Uint32Array(all)];
  let count = 0;
  for (let step = 1; ; step++) {
    if (step % AT_ONCE === 0) yield undefined;
    let least = Infinity;
    for (const [at, { ids }] of parts.entries()) least = Math.min(least, ids[next[at] ?? 0] ?? Infinity);
    if (least === Infinity) return { part: part.slice(0, count), paper: paper.slice(0, count), renumbered };
    let chosen: number | undefined;
    for (let at = parts.length - 1; at >= 0; at--) {
      const [own = 0, numbers] = [next[at], renumbered[at]];
      if (parts[at]?.ids[own] !== least || !numbers) continue;
      next[at] = own + 1;
      if (chosen !== undefined || numbers[own] === GONE) {
        numbers[own] = GONE;
        continue;
      }
      chosen = at;
      numbers[own] = count;
      part[count] = at;
      paper[count] = own;
    }
    if (chosen !== undefined) count++;
  }
}

/** @returns the terms that no paper has any more, written backwards. */
async function* mergeTerms(
  parts: readonly SegmentTable[],
  pages: PageSource,
  { renumbered }: Order,
): AsyncGenerator<Page | undefined, Set<string>> {
  const files = new TermFilesWriter();
  const streams = parts.map(
    ({ head: { number } }, at) => new TermStream(number, pages, renumbered[at] ?? new Uint32Array()),
  );
  const gone = new Set<string>();
  for (const stream of streams) await stream.next();
  for (let term = leastOf(streams); term !== undefined; term = leastOf(streams)) {
    const having = streams.filter(({ key }) => key === term);
    const cursors: TermCursor[] = [];
    for (const stream of having) cursors.push(await stream.cursor());
    const papers = yield* mergePostings(term, cursors, files);
    if (papers === 0) gone.add(backwards(term));
    for (const stream of having) await stream.next();
    yield undefined;
  }
  yield* files.end();
  return gone;
}

/** So many words are gone through before others have their turn. */
const WORDS_AT_ONCE = 256;

/** The lists of endings, without those of terms that are gone. */
async function* mergeEndings(
  parts: readonly SegmentTable[],
  pages: PageSource,
  gone: ReadonlySet<string>,
): AsyncGenerator<Page | undefined> {
  const list = new WordPagesWriter('endings');
  const streams = parts.map(({ head }) => new InOrder(head.number, 'endings', pages, wordsIn, (word) => word));
  for (const stream of streams) await stream.next();
  let words = 0;
  for (let word = leastOf(streams); word !== undefined; word = leastOf(streams)) {
    if (!gone.has(word)) list.add(word);
    const page = list.full();
    if (page || ++words % WORDS_AT_ONCE === 0) yield page;
    for (const stream of streams) if (stream.key === word) await stream.next();
  }
  yield* list.end();
}

/**
 * Puts the postings of one term together that come from several segments.
 *
 * @returns how many papers still have it.
 */
function* mergePostings(
  term: string,
  cursors: readonly TermCursor[],
  files: TermFilesWriter,
): Generator<Page | undefined, number> {
  const inField = new Uint32Array(FIELDS.length);
  let [papers, before] = [0, -1];
  for (;;) {
    let least: TermCursor | undefined;
    for (const cursor of cursors) if (!least || cursor.paper < least.paper) least = cursor;
    if (!least || least.paper === GONE) break;
    const { fields, times, impacts } = least.posting;
    writePosting(files.postings, least.paper - before, fields, times, impacts);
    least.copyPlaces(files.positions);
    for (let rest = fields; rest > 0; rest &= rest - 1) {
      const field = 31 - Math.clz32(rest & -rest);
      inField[field] = (inField[field] ?? 0) + 1;
    }
    before = least.paper;
    papers++;
    least.next();
    if (papers % AT_ONCE === 0) {
      yield* files.full();
      yield undefined;
    }
  }
  if (papers > 0) yield* files.add(term, papers, inField);
  return papers;
}

/** Goes through the postings of a term in one part, by the new numbers of the papers; at the end that is `GONE`. */
class TermCursor {
  readonly posting: PostingReader;
  readonly #places: PlaceReader;
  #from = 0;
  paper = 0;

  constructor(
    postings: Uint8Array,
    private readonly positions: Uint8Array,
    private readonly renumbered: Uint32Array,
  ) {
    this.posting = new PostingReader(postings);
    this.#places = new PlaceReader(positions);
    this.next();
  }

  next(): void {
    do {
      if (!this.posting.next()) {
        this.paper = GONE;
        return;
      }
      this.#from = this.#places.at;
      this.#places.skip(this.posting);
      this.paper = this.renumbered[this.posting.paper] ?? GONE;
    } while (this.paper === GONE);
  }

  copyPlaces(writer: ByteWriter): void {
    writer.bytes(this.positions, this.#from, this.#places.at);
  }
}

/** So many pages are read ahead. */
const AHEAD = 7;

/** Goes through the terms of a part. */
class TermStream extends InOrder<Entry> {
  readonly #read = new Map<'postings' | 'positions', { from: number; contents: Uint8Array[] }>();

  constructor(
    segment: number,
    pages: PageSource,
    private readonly renumbered: Uint32Array,
  ) {
    super(segment, 'terms', pages, entriesIn, ({ term }) => term);
  }

  /** Goes through the postings of the term on which it stands. */
  async cursor(): Promise<TermCursor> {
    return new TermCursor(await this.#bytes('postings'), await this.#bytes('positions'), this.renumbered);
  }

  /** Neighbours in order lie in the same pages, or in the next ones. */
  async #bytes(file: 'postings' | 'positions'): Promise<Uint8Array> {
    const extent = this.current?.[file] ?? { from: 0, length: 0 };
    const { from, to } = pagesOfBytes(extent);
    let read = this.#read.get(file);
    if (!read || from < read.from || to >= read.from + read.contents.length) {
      const [pages = []] = await this.pages.read([{ segment: this.segment, file, from, to: to + AHEAD }]);
      read = { from, contents: pages.map((page) => opened(this.segment, page)) };
      this.#read.set(file, read);
    }
    return bytesIn(this.segment, extent, read.contents.slice(from - read.from, to - read.from + 1));
  }
}

/** A table of the new segment, of so many numbers for each paper. */
async function* mergeTables(
  file: 'places' | 'digests',
  width: number,
  parts: readonly SegmentTable[],
  pages: PageSource,
  { part, paper }: Order,
): AsyncGenerator<Page | undefined> {
  const tables: Uint32Array[] = [];
  for (const { head } of parts) {
    const [read = []] = await pages.read([wholeTable(head.number, file)]);
    tables.push(tableOf(head, { file, width, inPage: PLACES_IN_PAGE }, read));
    yield undefined;
  }
  const merged = new Uint32Array(part.length * width);
  for (let at = 0; at < merged.length; at++) {
    const row = Math.floor(at / width);
    merged[at] = tables[part[row] ?? 0]?.[(paper[row] ?? 0) * width + (at % width)] ?? 0;
  }
  yield* tablePages(file, merged, width * PLACES_IN_PAGE);
}
