import MiniSearch from 'minisearch';
import { foldTerm } from './fold';
import { stopWords } from './stop-words';

/** Splits a text into words as every index of ours does. */
export const tokenize: (text: string) => string[] = MiniSearch.getDefault('tokenize');

/** The words of a text as indexes hold them, in its order. */
export function termsOf(text: string): string[] {
  return tokenize(text).map(foldTerm).filter(Boolean);
}

/**
 * The words of a query that narrow a search, each once: stop words are dropped unless there is nothing else, so that a
 * question typed as a sentence finds what its content words find.
 */
export function queryTerms(query: string): string[] {
  const terms = [...new Set(termsOf(query))];
  const content = terms.filter((term) => !stopWords.has(term));
  return content.length > 0 ? content : terms;
}
