import type { PageKey, PageRange } from '../../segment';

interface HeldPage {
  /** The pages of the same file that are held, in order. */
  beside: HeldPage[];
  /** It is the first page of its file that goes by this key or by a later one. */
  from: PageKey;
  key: PageKey;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Pages of segments in memory, as many as there is room for: those go first that were asked for longest ago. Of each it is
 * known from which key on it is the first of its file, so that it can be told whether a range of pages is held as a whole.
 */
export class HeldPages {
  readonly #files = new Map<string, HeldPage[]>();
  /** In the order in which they were asked for last. */
  readonly #lately = new Set<HeldPage>();
  #bytes = 0;

  /** @param room in bytes. */
  constructor(private readonly room: number) {}

  /** The pages of a range; undefined where one of them is not held, or where that cannot be told. */
  find({ segment, file, from, to, andNext = false }: PageRange): Uint8Array<ArrayBuffer>[] | undefined {
    const held = this.#files.get(nameOf(segment, file)) ?? [];
    const found: HeldPage[] = [];
    let wanted = from;
    for (let at = firstFrom(held, from); ; at++) {
      if (!andNext && wanted > to) break;
      const page = held[at];
      if (!page || page.from > wanted) return undefined;
      if (page.key <= to || andNext) found.push(page);
      if (page.key > to) break;
      wanted = following(page.key);
    }
    for (const page of found) {
      this.#lately.delete(page);
      this.#lately.add(page);
    }
    return found.map(({ bytes }) => bytes);
  }

  /** Holds all pages of a range, which go by these keys. */
  hold(
    { segment, file, from }: Omit<PageRange, 'to'>,
    keys: readonly PageKey[],
    pages: readonly Uint8Array<ArrayBuffer>[],
  ): void {
    const name = nameOf(segment, file);
    const beside = this.#files.get(name) ?? [];
    this.#files.set(name, beside);
    let first = from;
    for (const [at, bytes] of pages.entries()) {
      const key = keys[at] ?? first;
      this.#add({ beside, from: first, key, bytes });
      first = following(key);
    }
    for (const page of this.#lately) {
      if (this.#bytes <= this.room) break;
      this.#drop(page);
    }
  }

  #add(page: HeldPage): void {
    const at = firstFrom(page.beside, page.key);
    const held = page.beside[at];
    if (held?.key === page.key) {
      if (page.from < held.from) held.from = page.from;
      return;
    }
    page.beside.splice(at, 0, page);
    this.#lately.add(page);
    this.#bytes += page.bytes.length;
  }

  #drop(page: HeldPage): void {
    page.beside.splice(firstFrom(page.beside, page.key), 1);
    this.#lately.delete(page);
    this.#bytes -= page.bytes.length;
  }
}

function nameOf(segment: number, file: string): string {
  return `${segment} ${file}`;
}

/** The least key after this one. */
export function following(key: PageKey): PageKey {
  return typeof key === 'number' ? key + 1 : `${key}\0`;
}

/** Where the first page stands that goes by this key or by a later one. */
function firstFrom(held: readonly HeldPage[], key: PageKey): number {
  let [low, high] = [0, held.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const page = held[middle];
    if (page && page.key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
