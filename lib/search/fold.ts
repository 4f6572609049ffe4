const PLAIN = /^[\0-\x7F]*$/;

/**
 * Whether a text may hold all of these terms, as words or where words begin: one quick look that spares nearly every
 * text the rest. A text that is not plain always may.
 */
export function mayHold(text: string, terms: readonly string[]): boolean {
  if (!PLAIN.test(text)) return true;
  const lower = text.toLowerCase();
  return terms.every((term) => lower.includes(term));
}

/** A word as indexes hold it: lower case, without accents and without U+FFFF, which is no character. It may fold to nothing. */
export function foldTerm(word: string): string {
  // Nearly all words are plain: for them this is all, and a worker that builds its index anew feels the difference.
  if (PLAIN.test(word)) return word.toLowerCase();
  // An accent that stands for itself, as ´ does, comes apart into a space and an accent.
  return word
    .normalize('NFKD')
    .replace(/ ?\p{M}|\uffff/gu, '')
    .toLowerCase();
}
