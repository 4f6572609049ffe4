import type { SegmentHead } from '../../segment';

/** Which papers a segment has. */
export interface SegmentTable {
  head: SegmentHead;
  /** The codes of the ids of its papers, in order. */
  ids: Uint32Array;
  /** How long their abstracts are, see `norms.ts`. */
  norms: Uint8Array;
  /** Which of its papers have left it, in order. */
  deleted: Uint32Array;
}

/** The number of the paper with this code in a segment; negative where the segment has it not, or not any more. */
export function paperIn({ ids, deleted }: SegmentTable, code: number): number {
  const paper = placeOf(ids, code);
  return placeOf(deleted, paper) < 0 ? paper : -1;
}

/** Where a number stands among others that are in order; negative where it does not. */
export function placeOf(numbers: Uint32Array, number: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = numbers[middle] ?? 0;
    if (value === number) return middle;
    if (value < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
