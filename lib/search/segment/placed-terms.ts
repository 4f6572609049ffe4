import type { Paper } from '../../paper';
import { type Field, textsIn } from '../fields';
import { foldTerm } from '../fold';
import { termsOf, tokenize } from '../terms';

/**
 * Several values of a field stand on one line of places, at least one place apart, so that no phrase goes from one into the
 * next. Where one can ask for several words of one value, each begins at a multiple of so many places, so that of two words
 * one can tell whether they stand in the same. A value with more words than this is taken for several.
 */
const VALUE: Partial<Record<Field, number>> = { authors: 16, otherTitles: 64 };

/** From here on nothing is a place: words of which no more is known than that a text has them. No text is as long. */
export const NOWHERE = 2 ** 20;

/** The terms of a field of a paper, and the place of each; in order. */
export function* placedTerms(paper: Paper, field: Field): Generator<[term: string, place: number]> {
  if (field === 'abstract' && paper.abstract === undefined) {
    // Distinct words do not stand one after the other. Whoever gave them may not have folded them.
    for (const [at, word] of (paper.words ?? []).flatMap(termsOf).entries()) yield [word, NOWHERE + 2 * at];
    return;
  }
  const value = VALUE[field] ?? 1;
  let start = 0;
  for (const text of textsIn(paper, field)) {
    let place = start;
    for (const token of tokenize(text)) {
      const term = foldTerm(token);
      if (term !== '') yield [term, place++];
    }
    start = value * Math.ceil((place + 1) / value);
  }
}

/** Which value of a field stands at a place. */
export function valueAt(field: Field, place: number): number {
  const value = VALUE[field];
  return value === undefined ? 0 : Math.floor(place / value);
}
