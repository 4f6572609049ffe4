import type { Page, SegmentFile } from '../../segment';
import type { Extent } from './dictionary';
import { DamagedSegment } from './format';
import { sealed } from './page';
import { ByteWriter } from './varint';

/** In bytes: what is read for a term that few papers have. */
const PAGE = 16_384;

/** Writes a file of bytes that belong to one term after the other, in pages of one size. */
export class BytesFileWriter {
  /** What is written next goes here. */
  readonly writer = new ByteWriter(2 * PAGE);
  #pages = 0;
  #termFrom = 0;

  constructor(private readonly file: SegmentFile) {}

  /** Where the bytes lie that were written since the last time. */
  endTerm(): Extent {
    const from = this.#termFrom;
    this.#termFrom = this.#pages * PAGE + this.writer.length;
    return { from, length: this.#termFrom - from };
  }

  /** The pages that are full by now. */
  *full(): Generator<Page> {
    while (this.writer.length >= PAGE) yield this.#page(PAGE);
  }

  /** The last pages. */
  *end(): Generator<Page> {
    yield* this.full();
    if (this.writer.length > 0) yield this.#page(this.writer.length);
  }

  #page(length: number): Page {
    const bytes = sealed(this.writer.view(0, length));
    this.writer.drop(length);
    return { file: this.file, key: this.#pages++, bytes };
  }
}

/** The first and the last of the pages in which these bytes of a file lie. */
export function pagesOfBytes({ from, length }: Extent): { from: number; to: number } {
  return { from: Math.floor(from / PAGE), to: Math.floor((from + Math.max(length, 1) - 1) / PAGE) };
}

/**
 * Those bytes, of what the pages hold in which they lie.
 *
 * @throws {DamagedSegment} where one of the pages is missing.
 */
export function bytesIn(segment: number, { from, length }: Extent, contents: readonly Uint8Array[]): Uint8Array {
  if (length === 0) return new Uint8Array();
  const start = from % PAGE;
  const [first, ...more] = contents;
  if (!first || start + length > first.length + more.reduce((sum, content) => sum + content.length, 0)) {
    throw new DamagedSegment(segment, 'a page is missing');
  }
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
