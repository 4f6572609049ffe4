import { contentWords } from '../lib/search/content-words';
import { type AbstractsById, inOrder } from './abstracts';

/** The content words of each paper's abstracts, by id; ids and words in code-unit order. */
export function wordsByPaper(abstracts: AbstractsById): Record<string, string[]> {
  return inOrder(abstracts, (texts) => [...new Set(texts.flatMap(contentWords))].sort());
}
