import { stopWords } from './stop-words';
import { tokenize } from './terms';

/**
 * The content words of a text, in its order, repeats included: lower case, without diacritics, markup, addresses, stop
 * words and single letters. Numbers stay.
 */
export function contentWords(text: string): string[] {
  return plainTerms(text).filter((word) => !stopWords.has(word) && !/^\p{L}$/u.test(word));
}

/** Every term of a text as an index would hold it, stop words and single letters included. */
export function plainTerms(text: string): string[] {
  const plain = text
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\\[A-Za-z]+/g, ' ')
    .replace(/[$^`~]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  return tokenize(plain)
    .map((term) => term.toLowerCase())
    .filter((term) => /[\p{L}\p{N}]/u.test(term));
}
