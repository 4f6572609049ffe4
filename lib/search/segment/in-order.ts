import type { PageSource, SegmentFile } from '../../segment';

/** Goes through what a file of a segment has that goes by terms, from the first to the last, a page at a time. */
export class InOrder<Item> {
  #items: Iterator<Item> = [][Symbol.iterator]();
  #from = '';
  /** Where it stands; undefined before the first and after the last. */
  current: Item | undefined;

  /**
   * @param file that is read.
   * @param itemsOf reads a page of it.
   * @param keyOf the term by which an item goes.
   */
  constructor(
    readonly segment: number,
    private readonly file: SegmentFile,
    readonly pages: PageSource,
    private readonly itemsOf: (segment: number, page: Uint8Array<ArrayBuffer>) => Iterator<Item>,
    private readonly keyOf: (item: Item) => string,
  ) {}

  /** The term at which it stands. */
  get key(): string | undefined {
    return this.current === undefined ? undefined : this.keyOf(this.current);
  }

  async next(): Promise<void> {
    // No term comes between one and the same with the least of all letters after it.
    if (this.current !== undefined) this.#from = `${this.keyOf(this.current)}\0`;
    let next = this.#items.next();
    if (next.done) {
      const range = { segment: this.segment, file: this.file, from: this.#from, to: this.#from, andNext: true };
      const [[page] = []] = await this.pages.read([range]);
      if (page) this.#items = this.itemsOf(this.segment, page);
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
