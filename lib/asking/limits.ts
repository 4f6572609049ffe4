/**
 * How arXiv is asked, whatever for. Its terms of use (https://info.arxiv.org/help/api/tou.html) allow one connection at
 * a time, and one request in three seconds over all machines of a person. All times are milliseconds.
 */

const SECOND = 1000;
export const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Between the end of one request and the start of the next. */
export const GAP = 3 * SECOND;

/** How long arXiv may say nothing: less than the half minute after which Chromium ends a request without an answer. */
export const TIME_OUT = 20 * SECOND;

/** How often a request that takes longer is said to be still alive. */
export const RENEWAL = 10 * SECOND;

/** No wait is longer, whoever asks for it: a moment further away was written while the clock was wrong. */
export const LONGEST = 24 * HOUR;

/** Waiting that doubles with each failure in a row, up to a longest. */
export interface Backoff {
  first: number;
  longest: number;
}

/** For everything, where arXiv cannot be reached or wants to be left alone. */
export const FOR_ALL: Backoff = { first: 15 * SECOND, longest: HOUR };

/** How long to wait after this many failures in a row. There is no jitter: no two people's machines act in step. */
export function waitAfter(failures: number, { first, longest }: Backoff): number {
  return Math.min(first * 2 ** (failures - 1), longest);
}
