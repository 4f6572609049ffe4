/** One way to look for the words of a query. */
export interface Attempt {
  /** Whether a paper must have all of them, or some. */
  combine: 'AND' | 'OR';
  /** Whether a word with a typo in it is found too. */
  typos: boolean;
}

/** What is tried one after the other, until there is a paper: the nearest to what was typed comes first. */
export const ATTEMPTS: readonly Attempt[] = [
  { combine: 'AND', typos: false },
  { combine: 'AND', typos: true },
  { combine: 'OR', typos: true },
];
