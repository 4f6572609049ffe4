/** Letters that nobody sees, as the inside of a character class: soft hyphen, zero-width spaces and (non-)joiners. */
const INVISIBLE = String.raw`\u00AD\u200B-\u200D\u2060\uFEFF`;

const EACH = new RegExp(`[${INVISIBLE}]`, 'g');

/** A text as if the letters that nobody sees were not in it. */
export interface VisibleText {
  visible: string;
  /** Where a letter of `visible` stands in the text as it is; to be asked from the first to the last. */
  placeOf: (at: number) => number;
}

/** Leaves the letters out that nobody sees. A text without any is not changed. */
export function withoutInvisible(text: string): VisibleText {
  // Where letters were left out of what is seen, and how many of these gaps have been passed.
  const gaps = Array.from(text.matchAll(EACH), ({ index }, before) => index - before);
  let passed = 0;
  return {
    visible: gaps.length === 0 ? text : text.replace(EACH, ''),
    placeOf(at) {
      while ((gaps[passed] ?? Infinity) <= at) passed++;
      return at + passed;
    },
  };
}
