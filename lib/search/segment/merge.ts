import type { Page, PageSource } from '../../segment';
import { FIELDS } from '../fields';
import { bytesIn, pagesOfBytes } from './bytes-file';
import { type Entry, entriesOf } from './dictionary';
import { TermFilesWriter } from './files';
import { IDS_IN_PAGE, PLACES_IN_PAGE } from './format';
import { PlaceReader, PostingReader, writePosting } from './postings';
import type { SegmentTable } from './segment-table';
import { numbersIn, tablePages } from './tables';
import { ByteWriter } from './varint';
import type { SegmentSummary } from './write';

/** A paper that is left out. */
const GONE = 0xffff_ffff;

/** So many papers or postings are gone through before others have their turn. */
const AT_ONCE = 16_384;

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
  const { order, renumbered } = yield* inOrder(parts);
  yield* mergeTerms(parts, pages, renumbered);
  const ids = new Uint32Array(order.length / 2);
  for (let at = 0; at < ids.length; at++) ids[at] = parts[order[2 * at] ?? 0]?.ids[order[2 * at + 1] ?? 0] ?? 0;
  yield* tablePages('ids', ids, IDS_IN_PAGE);
  yield* mergeTables('places', 1, parts, pages, order);
  yield* mergeTables('digests', 2, parts, pages, order);
  return { papers: ids.length, lengths: [...lengths] };
}

/** Of each paper of the new segment the part and its number there; and of each paper of a part its new number. */
function* inOrder(
  parts: readonly SegmentTable[],
): Generator<undefined, { order: Uint32Array; renumbered: Uint32Array[] }> {
  const next = parts.map(() => 0);
  const nextDeleted = parts.map(() => 0);
  const renumbered = parts.map(({ ids }) => new Uint32Array(ids.length).fill(GONE));
  const order = new Uint32Array(2 * parts.reduce((sum, { ids }) => sum + ids.length, 0));
  let count = 0;
  for (let step = 0; ; step++) {
    if (step % AT_ONCE === 0) yield undefined;
    let least = Infinity;
    for (const [part, { ids }] of parts.entries()) least = Math.min(least, ids[next[part] ?? 0] ?? Infinity);
    if (least === Infinity) return { order: order.slice(0, 2 * count), renumbered };
    let meant = -1;
    for (const [part, { ids, deleted }] of parts.entries()) {
      const at = next[part] ?? 0;
      if (ids[at] !== least) continue;
      next[part] = at + 1;
      if (deleted[nextDeleted[part] ?? 0] === at) nextDeleted[part] = (nextDeleted[part] ?? 0) + 1;
      else meant = part;
    }
    const paper = (next[meant] ?? 0) - 1;
    const numbers = renumbered[meant];
    if (!numbers) continue;
    numbers[paper] = count;
    order[2 * count] = meant;
    order[2 * count + 1] = paper;
    count++;
  }
}

/** The entries of a dictionary, one after the other, read page by page. */
class EntryStream {
  #entries: Generator<Entry> | undefined;
  #last: string | undefined;
  current: Entry | undefined;

  constructor(
    private readonly segment: number,
    private readonly pages: PageSource,
  ) {}

  async next(): Promise<void> {
    for (;;) {
      const { value, done } = this.#entries?.next() ?? { value: undefined, done: true };
      if (!done && value) {
        this.current = value;
        return;
      }
      const after = this.current?.term ?? this.#last;
      const range =
        after === undefined
          ? { from: '', to: '', andNext: true }
          : { from: `${after}\0`, to: `${after}\0`, andNext: true };
      const [[page] = []] = await this.pages.read([{ segment: this.segment, file: 'terms', ...range }]);
      this.#last = after;
      this.current = undefined;
      if (!page) return;
      this.#entries = entriesOf(this.segment, page);
    }
  }
}

async function* mergeTerms(
  parts: readonly SegmentTable[],
  pages: PageSource,
  renumbered: readonly Uint32Array[],
): AsyncGenerator<Page | undefined> {
  const files = new TermFilesWriter();
  const streams = parts.map(({ head }) => new EntryStream(head.number, pages));
  const cache = new PageCache(pages);
  const merger = new PostingMerger();
  for (const stream of streams) await stream.next();
  for (;;) {
    let least: string | undefined;
    for (const { current } of streams) {
      if (current && (least === undefined || current.term < least)) least = current.term;
    }
    if (least === undefined) break;
    merger.begin();
    for (const [part, stream] of streams.entries()) {
      const { current } = stream;
      if (current?.term !== least) continue;
      const segment = parts[part]?.head.number ?? 0;
      const postings = await cache.read(segment, 'postings', current);
      const positions = await cache.read(segment, 'positions', current);
      yield* merger.add(postings, positions, renumbered[part] ?? new Uint32Array());
      await stream.next();
    }
    yield* merger.end();
    if (merger.papers > 0) {
      yield* files.add(least, merger.papers, merger.inField, merger.postings, merger.positions);
    }
    yield undefined;
  }
  yield* files.end();
}

/** Neighbours in order lie in the same pages, or in the next ones. */
class PageCache {
  readonly #last = new Map<string, { from: number; pages: Uint8Array<ArrayBuffer>[] }>();

  constructor(private readonly pages: PageSource) {}

  async read(segment: number, file: 'postings' | 'positions', entry: Entry): Promise<Uint8Array> {
    const extent = entry[file];
    const range = pagesOfBytes(segment, file, extent);
    const [from, to] = [Number(range.from), Number(range.to)];
    const name = `${segment} ${file}`;
    let last = this.#last.get(name);
    if (!last || from < last.from || to >= last.from + last.pages.length) {
      const [pages = []] = await this.pages.read([{ ...range, to: to + AHEAD }]);
      this.#last.set(name, (last = { from, pages }));
    }
    return bytesIn(segment, extent, last.pages.slice(from - last.from, to - last.from + 1));
  }
}

/** So many pages are read ahead. */
const AHEAD = 7;

/** Puts the postings of one term together that come from several segments. */
class PostingMerger {
  #rows: { paper: number; fields: number; impacts: number; places: number; placesEnd: number }[] = [];
  readonly #impacts = new ByteWriter();
  readonly #places = new ByteWriter();
  readonly postings = new ByteWriter();
  readonly positions = new ByteWriter();
  readonly inField = new Uint32Array(FIELDS.length);
  papers = 0;

  begin(): void {
    this.#rows = [];
    for (const writer of [this.#impacts, this.#places, this.postings, this.positions]) writer.clear();
    this.inField.fill(0);
  }

  *add(postings: Uint8Array, positions: Uint8Array, renumbered: Uint32Array): Generator<undefined> {
    const reader = new PostingReader(postings);
    const places = new PlaceReader(positions);
    for (let step = 1; reader.next(); step++) {
      const { fields } = reader;
      const start = places.at;
      for (let field = 0; field < FIELDS.length; field++) if (fields & (1 << field)) places.skip();
      const paper = renumbered[reader.paper] ?? GONE;
      if (paper === GONE) continue;
      this.#rows.push({
        paper,
        fields,
        impacts: this.#impacts.length,
        places: this.#places.length,
        placesEnd: this.#places.length + places.at - start,
      });
      this.#impacts.bytes(reader.impacts);
      this.#places.bytes(positions.subarray(start, places.at));
      if (step % AT_ONCE === 0) yield undefined;
    }
  }

  *end(): Generator<undefined> {
    // The parts are in order one by one; where they lie one behind the other, there is nothing to sort.
    this.#rows.sort((one, other) => one.paper - other.paper);
    this.papers = this.#rows.length;
    let before = -1;
    for (const [at, { paper, fields, impacts, places, placesEnd }] of this.#rows.entries()) {
      writePosting(this.postings, paper - before, fields, this.#impacts.view(impacts, impacts + FIELDS.length));
      this.positions.bytes(this.#places.view(places, placesEnd));
      for (let field = 0; field < FIELDS.length; field++) {
        if (fields & (1 << field)) this.inField[field] = (this.inField[field] ?? 0) + 1;
      }
      before = paper;
      if (at % AT_ONCE === AT_ONCE - 1) yield undefined;
    }
  }
}

/** A table of the new segment, of so many numbers for each paper. */
async function* mergeTables(
  file: 'places' | 'digests',
  width: number,
  parts: readonly SegmentTable[],
  pages: PageSource,
  order: Uint32Array,
): AsyncGenerator<Page | undefined> {
  const tables: Uint32Array[] = [];
  for (const { head, ids } of parts) {
    const [read = []] = await pages.read([{ segment: head.number, file, from: 0, to: Number.MAX_SAFE_INTEGER }]);
    const table = new Uint32Array(ids.length * width);
    for (const [at, page] of read.entries()) table.set(numbersIn(head.number, page), at * width * PLACES_IN_PAGE);
    tables.push(table);
    yield undefined;
  }
  const merged = new Uint32Array((order.length / 2) * width);
  for (let at = 0; at < order.length / 2; at++) {
    const [table, paper = 0] = [tables[order[2 * at] ?? 0], order[2 * at + 1]];
    for (let column = 0; column < width; column++) merged[at * width + column] = table?.[paper * width + column] ?? 0;
  }
  yield* tablePages(file, merged, width * PLACES_IN_PAGE);
}
