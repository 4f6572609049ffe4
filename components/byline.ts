const SHOWN = 3;

/** The authors that a line names, in the order of the paper. */
export interface Byline {
  before: string[];
  /** The one who met a query: this name is to be read in full, the others as far as there is room. */
  met?: string;
  after: string[];
  /** How many are not named. */
  more: number;
}

/** The first three authors; where only a later one met the query, that one in place of the third. */
export function byline(authors: readonly string[], isMet: (author: string) => boolean): Byline {
  const more = Math.max(authors.length - SHOWN, 0);
  const at = authors.findIndex(isMet);
  const met = authors[at];
  if (met === undefined) return { before: authors.slice(0, SHOWN), after: [], more };
  return { before: authors.slice(0, Math.min(at, SHOWN - 1)), met, after: authors.slice(at + 1, SHOWN), more };
}
