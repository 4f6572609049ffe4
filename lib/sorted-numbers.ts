/** The place of the first of some numbers in order that is not less than another; of the first `end` of them. */
export function firstFrom(numbers: Uint32Array, least: number, end = numbers.length): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
