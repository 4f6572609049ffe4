import type { Page, PageSource } from '../../segment';
import { DamagedSegment } from './format';
import { opened } from './page';
import { filterIn, pagesFor, paperAt, placeAt, PrintWriter, spotOf } from './prints';
import type { SegmentTable } from './segment-table';
import { numbersIn, wholeTable } from './tables';

/** So many fingerprints are gone through before others have their turn. */
const AT_ONCE = 8192;

/** So many pages are read ahead. */
const AHEAD = 15;

/**
 * Puts the fingerprints of several segments in one order.
 *
 * @param renumbered of each segment the new numbers of its papers; `gone` for those that are left out.
 */
export async function* mergePrints(
  parts: readonly SegmentTable[],
  pages: PageSource,
  renumbered: readonly Uint32Array[],
  gone: number,
): AsyncGenerator<Page | undefined> {
  const streams: PrintStream[] = [];
  for (const [at, { head }] of parts.entries()) {
    const numbers = renumbered[at] ?? new Uint32Array();
    streams.push(await PrintStream.open(head.number, pages, (paper) => numbers[paper] ?? gone, gone));
  }
  const writer = new PrintWriter(streams.reduce((sum, { most }) => sum + most, 0));
  for (let count = 1; ; count++) {
    let least: PrintStream | undefined;
    for (const stream of streams) if (!stream.isAtEnd && (!least || stream.isBefore(least))) least = stream;
    if (!least) break;
    yield* writer.add(least.hash, least.spot);
    if (!least.next()) await least.readOn();
    if (count % AT_ONCE === 0) yield undefined;
  }
  yield* writer.end();
}

/** Goes through the fingerprints of a segment in order, by the new numbers of its papers. */
class PrintStream {
  /** What has been read and is still to come, a page after the other. */
  #ahead: Uint32Array[] = [];
  #page: Uint32Array = new Uint32Array();
  #at = -1;
  #nextPage = 0;
  /** Where it stands. */
  hash = 0;
  spot = 0;
  isAtEnd = false;

  private constructor(
    private readonly segment: number,
    private readonly pages: PageSource,
    readonly most: number,
    private readonly numberOf: (paper: number) => number,
    private readonly gone: number,
  ) {}

  /** Stands at the first one. */
  static async open(
    segment: number,
    pages: PageSource,
    numberOf: (paper: number) => number,
    gone: number,
  ): Promise<PrintStream> {
    const [filter = []] = await pages.read([wholeTable(segment, 'filter')]);
    for (const page of filter) opened(segment, page);
    const { most } = filterIn(segment, filter);
    const stream = new PrintStream(segment, pages, most, numberOf, gone);
    await stream.readOn();
    return stream;
  }

  isBefore(other: PrintStream): boolean {
    return this.hash < other.hash || (this.hash === other.hash && this.spot < other.spot);
  }

  /** @returns false where it must be read on first. */
  next(): boolean {
    for (;;) {
      const count = this.#page.length >> 1;
      for (this.#at++; this.#at < count; this.#at++) {
        const spot = this.#page[count + this.#at] ?? 0;
        const paper = this.numberOf(paperAt(spot));
        if (paper === this.gone) continue;
        this.hash = this.#page[this.#at] ?? 0;
        this.spot = spotOf(paper, placeAt(spot));
        return true;
      }
      const page = this.#ahead.shift();
      if (!page) return false;
      this.#page = page;
      this.#at = -1;
    }
  }

  /** Reads on, and goes to the next one. */
  async readOn(): Promise<void> {
    do {
      const from = this.#nextPage;
      const to = Math.min(from + AHEAD, pagesFor(this.most) - 1);
      this.isAtEnd = from > to;
      if (this.isAtEnd) return;
      const [read = []] = await this.pages.read([{ segment: this.segment, file: 'prints', from, to }]);
      if (read.length !== to - from + 1) throw new DamagedSegment(this.segment, 'a page of fingerprints is missing');
      this.#ahead = read.map((page) => numbersIn(this.segment, page));
      this.#nextPage = to + 1;
    } while (!this.next());
  }
}
