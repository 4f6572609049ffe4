/** How much is asked about saved papers, and how often. All times are milliseconds. */
import { type Backoff, LONGEST, MINUTE } from '../asking/limits';

/** How many papers are asked about at once. Of the longest ids they make an address of 900 letters. */
export const MOST_PAPERS = 50;

/** How much of an answer is read: 50 papers have 200 kB, and one by 3,000 authors has another 300 kB. */
export const MOST_BYTES = 8_000_000;

/** For papers about which something is wrong with the answer. */
export const FOR_PAPERS: Backoff = { first: 10 * MINUTE, longest: LONGEST };

/** How often a paper is asked about before arXiv's word is taken for it. Under load it leaves out papers that it has. */
export const ENOUGH = 3;
