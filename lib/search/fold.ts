const PLAIN = /^[\0-\x7F]*$/;

/** A word as indexes hold it: lower case, without accents. Empty for what folds to nothing. */
export function foldTerm(word: string): string {
  // Nearly all words are plain: for them this is all, and a worker that builds its index anew feels the difference.
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
