import type { Page, PageRange } from '../../segment';
import type { Extent } from './dictionary';
import { sealed } from './page';
import { ByteWriter } from './varint';

/** In bytes: what is read for a term that few papers have. */
const PAGE = 16_384;

/** Writes a file of bytes that belong to one term after the other, in pages of one size. */
export class BytesFileWriter {
  readonly #writer = new ByteWriter(2 * PAGE);
  #pages = 0;
  /** How many bytes it has. */
  length = 0;

  constructor(private readonly file: string) {}

  add(bytes: Uint8Array): void {
    this.#writer.bytes(bytes);
    this.length += bytes.length;
  }

  /** The pages that are full by now. */
  *full(): Generator<Page> {
    let at = 0;
    for (; this.#writer.length - at >= PAGE; at += PAGE) yield this.#page(at, at + PAGE);
    if (at === 0) return;
    const rest = this.#writer.view(at).slice();
    this.#writer.clear();
    this.#writer.bytes(rest);
  }

  /** The last pages. */
  *end(): Generator<Page> {
    yield* this.full();
    if (this.#writer.length > 0) yield this.#page(0, this.#writer.length);
    this.#writer.clear();
  }

  #page(from: number, to: number): Page {
    return { file: this.file, key: this.#pages++, bytes: sealed(this.#writer.view(from, to)) };
  }
}

/** The pages in which these bytes of a file lie. */
export function pagesOfBytes(segment: number, file: string, { from, length }: Extent): PageRange {
  return { segment, file, from: Math.floor(from / PAGE), to: Math.floor((from + Math.max(length, 1) - 1) / PAGE) };
}

/** Those bytes, of what the pages hold in which they lie. */
export function bytesIn({ from, length }: Extent, contents: readonly Uint8Array[]): Uint8Array {
  const [first, ...more] = contents;
  if (!first || length === 0) return new Uint8Array();
  const start = from % PAGE;
  if (more.length === 0) return first.subarray(start, start + length);
  const bytes = new Uint8Array(length);
  bytes.set(first.subarray(start));
  let at = PAGE - start;
  for (const content of more) {
    bytes.set(content.subarray(0, length - at), at);
    at += content.length;
  }
  return bytes;
}
