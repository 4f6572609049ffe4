import type { Paper } from '../../paper';
import { type Field, textsIn } from '../fields';
import { foldTerm } from '../fold';
import { termsOf, tokenize } from '../terms';

/**
 * Several values of a field stand on one line of places, each from a multiple of this on, and at least one place apart:
 * so no phrase goes from one into the next, and of two words one can tell whether they stand in the same value. Of a
 * value with more words than this that can be told for the neighbours among them alone.
 */
export const VALUE = 16;

/** From here on nothing is a place: words of which no more is known than that a text has them. No text is as long. */
export const NOWHERE = 2 ** 20;

/** The terms of a field of a paper, and the place of each; in order. */
export function* placedTerms(paper: Paper, field: Field): Generator<[term: string, place: number]> {
  if (field === 'abstract' && paper.abstract === undefined) {
    // Distinct words do not stand one after the other. Whoever gave them may not have folded them.
    for (const [at, word] of (paper.words ?? []).flatMap(termsOf).entries()) yield [word, NOWHERE + 2 * at];
    return;
  }
  let start = 0;
  for (const text of textsIn(paper, field)) {
    let place = start;
    for (const token of tokenize(text)) {
      const term = foldTerm(token);
      if (term !== '') yield [term, place++];
    }
    start = VALUE * Math.ceil((place + 1) / VALUE);
  }
}
