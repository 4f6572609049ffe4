import type { Paper } from '../../paper';
import type { Print } from '../../print';
import type { Page } from '../../segment';
import { PrintWriter, spotOf } from './prints';

/** Fingerprints are parted by their highest bits first, so that each part is sorted in a fraction of a millisecond. */
const PART_BITS = 8;
const PARTS = 2 ** PART_BITS;

/** Writes the fingerprints of papers, whose numbers are their places in this list; with resting points. */
export function* writePrints(
  papers: readonly Paper[],
  printsOf: (paper: Paper) => readonly Print[],
): Generator<Page | undefined> {
  const parts = Array.from({ length: PARTS }, () => new Rows());
  for (const [paper, each] of papers.entries()) {
    for (const print of printsOf(each))
      parts[print.hash >>> (32 - PART_BITS)]?.add(print.hash, spotOf(paper, print.place));
    yield undefined;
  }
  const writer = new PrintWriter(parts.reduce((sum, { length }) => sum + length, 0));
  for (const part of parts) {
    for (const [hash, spot] of part.inOrder()) yield* writer.add(hash, spot);
    yield undefined;
  }
  yield* writer.end();
}

/** Pairs of numbers of 32 bits, each pair as one number of 64 bits, so that both are sorted together. */
class Rows {
  #rows = new BigUint64Array(64);
  #halves = new Uint32Array(this.#rows.buffer);
  length = 0;

  add(high: number, low: number): void {
    if (this.length === this.#rows.length) {
      const before = this.#rows;
      this.#rows = new BigUint64Array(2 * before.length);
      this.#rows.set(before);
      this.#halves = new Uint32Array(this.#rows.buffer);
    }
    this.#halves[2 * this.length] = low;
    this.#halves[2 * this.length + 1] = high;
    this.length++;
  }

  *inOrder(): Generator<[high: number, low: number]> {
    this.#rows.subarray(0, this.length).sort();
    for (let row = 0; row < this.length; row++) {
      yield [this.#halves[2 * row + 1] ?? 0, this.#halves[2 * row] ?? 0];
    }
  }
}
