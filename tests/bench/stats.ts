/** A stretch of numbers, both ends included. */
export interface Interval {
  low: number;
  high: number;
}

/** The number in the middle; between the two middle ones where there are as many above as below. */
export function median(numbers: readonly number[]): number {
  const sorted = inOrder(numbers);
  return (at(sorted, (sorted.length - 1) >> 1) + at(sorted, sorted.length >> 1)) / 2;
}

/** The number that this share of the others do not exceed: 0.9 for the slowest tenth. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = inOrder(numbers);
  return at(sorted, Math.ceil(share * sorted.length) - 1);
}

/**
 * Where the median of endlessly many such runs lies, 19 times out of 20: the runs whose ranks a fair coin would give
 * (Conover, Practical Nonparametric Statistics, 3.2). It supposes nothing about how runs are scattered, which on a
 * machine that does other work too is never like a bell. Of ten runs or fewer it is all of them.
 */
export function spread(runs: readonly number[]): Interval {
  const sorted = inOrder(runs);
  const reach = 1.96 * Math.sqrt(sorted.length);
  return {
    low: at(sorted, Math.floor((sorted.length - reach) / 2) - 1),
    high: at(sorted, Math.ceil((sorted.length + reach) / 2)),
  };
}

function inOrder(numbers: readonly number[]): number[] {
  if (numbers.length === 0) throw new Error('There is nothing to measure in no runs.');
  return [...numbers].sort((a, b) => a - b);
}

function at(sorted: readonly number[], rank: number): number {
  return sorted[Math.min(Math.max(rank, 0), sorted.length - 1)] as number;
}
