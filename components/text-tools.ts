/** A stretch of a text, and whether it is a word to mark. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** How a text is taken apart, as the index does it. Passed in, because the parts here know nothing of search. */
export interface TextTools {
  segments(text: string, terms: readonly string[]): Segment[];
}
