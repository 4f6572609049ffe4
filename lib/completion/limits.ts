/**
 * How arXiv is asked. Its terms of use (https://info.arxiv.org/help/api/tou.html) allow one connection at a time, and
 * one request in three seconds over all machines of a person. All times are milliseconds.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Between the end of one request and the start of the next. */
export const GAP = 3 * SECOND;

/** How long an answer may take: less than the half minute after which Chromium stops a worker over an open request. */
export const TIME_OUT = 20 * SECOND;

/** No wait is longer, whoever asks for it: a moment further away was written while the clock was wrong. */
export const LONGEST = 24 * HOUR;

/** How many papers are asked about at once. Of the longest ids they make an address of 900 letters. */
export const MOST_PAPERS = 50;

/** How much of an answer is read: 50 papers have 200 kB, and one by 3,000 authors has another 300 kB. */
export const MOST_BYTES = 8_000_000;

/** Waiting that doubles with each failure in a row, up to a longest. */
interface Backoff {
  first: number;
  longest: number;
}

/** For all papers, where arXiv cannot be reached or wants to be left alone. */
export const FOR_ALL: Backoff = { first: 15 * SECOND, longest: HOUR };

/** For papers about which something is wrong with the answer. */
export const FOR_PAPERS: Backoff = { first: 10 * MINUTE, longest: LONGEST };

/** How often a paper is asked about before arXiv's word is taken for it. Under load it leaves out papers that it has. */
export const ENOUGH = 3;

/** How long to wait after this many failures in a row. There is no jitter: no two people's machines act in step. */
export function waitAfter(failures: number, { first, longest }: Backoff): number {
  return Math.min(first * 2 ** (failures - 1), longest);
}
