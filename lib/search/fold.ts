/** A word as indexes hold it: lower case, without accents. Empty for what folds to nothing. */
export function foldTerm(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
