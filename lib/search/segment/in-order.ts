import type { PageSource, SegmentFile } from '../../segment';
import { following, WordPage } from './word-pages';

/** Goes through what a file of a segment has that goes by terms, from the first to the last, a page at a time. */
export class InOrder<Item> {
  #items: Iterator<Item> = [][Symbol.iterator]();
  #from = '';
  /** Where it stands; undefined before the first and after the last. */
  current: Item | undefined;

  /**
   * @param file that is read.
   * @param itemsIn reads a page of it.
   * @param keyOf the term by which an item goes.
   */
  constructor(
    readonly segment: number,
    private readonly file: SegmentFile,
    readonly pages: PageSource,
    private readonly itemsIn: (page: WordPage) => Iterator<Item>,
    private readonly keyOf: (item: Item) => string,
  ) {}

  /** The term at which it stands. */
  get key(): string | undefined {
    return this.current === undefined ? undefined : this.keyOf(this.current);
  }

  /** @throws {DamagedSegment} where a page is missing. */
  async next(): Promise<void> {
    if (this.current !== undefined) this.#from = following(this.keyOf(this.current));
    let next = this.#items.next();
    if (next.done) {
      const range = { segment: this.segment, file: this.file, from: this.#from, to: this.#from, andNext: true };
      const [[page] = []] = await this.pages.read([range]);
      this.#items = this.itemsIn(new WordPage(this.segment, page, this.#from));
      next = this.#items.next();
    }
    this.current = next.done ? undefined : next.value;
  }
}

/** The least term at which any of these stands; undefined where all are at their end. */
export function leastOf(streams: readonly { key: string | undefined }[]): string | undefined {
  let least: string | undefined;
  for (const { key } of streams) if (key !== undefined && (least === undefined || key < least)) least = key;
  return least;
}
