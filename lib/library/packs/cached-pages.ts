import type { Page, PageKey, PageRange, PageSource, SegmentFile } from '../../segment';
import type { StoredPages } from '../../store/packs/pages';
import { following, HeldPages } from './held-pages';

/**
 * In bytes: room for all words of 100,000 papers and for where these lie, and for what some words lead to. The postings of
 * one search would drive out the words of many.
 */
const [WORDS, POSTINGS] = [8 * 1024 * 1024, 2 * 1024 * 1024];

const FILES_OF_WORDS = ['terms', 'endings'] as const;
/** So many pages of words are read ahead at one go: a hundred kilobytes. */
const AT_ONCE = 24;

type Rooms = Partial<Record<SegmentFile, HeldPages>>;

/** Where the pages of each file are held; of the others all is read at once, or pages that nobody asks for again. */
function createRooms(): Rooms {
  const [words, postings] = [new HeldPages(WORDS), new HeldPages(POSTINGS)];
  return { terms: words, endings: words, places: words, postings, positions: postings };
}

/** Pages that lie on disk, of which those that were read lately are at hand. A page that was read stays as it is. */
export class CachedPages implements PageSource {
  #rooms = createRooms();
  /** The segments of which the words were read ahead, or are being read. */
  #ahead = new Set<number>();

  constructor(private readonly stored: StoredPages) {}

  async read(ranges: readonly PageRange[]): Promise<Uint8Array<ArrayBuffer>[][]> {
    const rooms = this.#rooms;
    const found = ranges.map((range) => rooms[range.file]?.find(range));
    const missing = ranges.filter((_, at) => !found[at]);
    const read = await this.stored.read(missing);
    // Nobody waits for it: where it fails, the pages are read once more.
    this.#hold(rooms, missing, read).catch(() => undefined);
    let next = 0;
    return found.map((pages) => pages ?? read[next++] ?? []);
  }

  /** To be called where the database may be another one. */
  forget(): void {
    this.#rooms = createRooms();
    this.#ahead = new Set();
  }

  /** Reads all words of these segments, each once, before they are asked for: some at a time, so that others have their turn. */
  async readAhead(segments: readonly number[]): Promise<void> {
    const [rooms, ahead] = [this.#rooms, this.#ahead];
    const meant = segments.filter((segment) => !ahead.has(segment));
    for (const segment of meant) ahead.add(segment);
    for (const file of FILES_OF_WORDS) for (const segment of meant) await this.#readWords(rooms, segment, file);
  }

  async #readWords(rooms: Rooms, segment: number, file: SegmentFile): Promise<void> {
    let from: PageKey = '';
    // In the rooms of another database nothing of this one is held.
    while (rooms === this.#rooms) {
      const pages: Page[] = await this.stored.some(segment, file, from, AT_ONCE);
      const keys = pages.map(({ key }) => key);
      const bytes = pages.map((page) => page.bytes);
      rooms[file]?.hold({ segment, file, from }, keys, bytes);
      if (pages.length < AT_ONCE) return;
      from = following(keys.at(-1) ?? from);
    }
  }

  async #hold(rooms: Rooms, ranges: readonly PageRange[], read: readonly Uint8Array<ArrayBuffer>[][]): Promise<void> {
    const meant = ranges.flatMap((range, at) => (rooms[range.file] ? [{ range, pages: read[at] ?? [] }] : []));
    const named = await this.stored.keys(meant.flatMap(({ range }) => (range.andNext ? [range] : [])));
    for (const { range, pages } of meant) {
      const keys = range.andNext ? (named.shift() ?? []) : numbersIn(range);
      // Where a page is missing it cannot be told which.
      if (keys.length === pages.length) rooms[range.file]?.hold(range, keys, pages);
    }
  }
}

/** The keys of a range of pages that are counted. */
function numbersIn({ from, to }: PageRange): number[] {
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at);
}
