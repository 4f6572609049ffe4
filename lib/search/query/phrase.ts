import type { Paper } from '../../paper';
import { mayHold } from '../fold';
import { queryTerms, termsOf } from '../terms';
import type { Condition } from './query';

/** No word holds a line break, so that words joined by it can be looked for among others. */
const joined = (terms: readonly string[]) => `\n${terms.join('\n')}\n`;

/** What is asked of a paper by words one after the other. */
interface Phrase extends Pick<Condition, 'isMetBy' | 'termsIn'> {
  /** In how many places they stand there; places that overlap count each. */
  placesIn(paper: Paper): number;
}

/**
 * Demands words one after the other in one of a paper's texts, stop words included. Of an abstract only the distinct
 * words may be known: among them one word can be found, and no phrase.
 *
 * @returns undefined where the text has no word.
 */
export function phrase(text: string): Phrase | undefined {
  const terms = termsOf(text);
  if (terms.length === 0) return undefined;
  const asked = joined(terms);
  const isIn = (own: string) => mayHold(own, terms) && joined(termsOf(own)).includes(asked);
  const timesIn = (own: string) => (mayHold(own, terms) ? timesOf(asked, joined(termsOf(own))) : 0);
  return {
    isMetBy: ({ paper }) => textsOf(paper).some(isIn) || (terms.length === 1 && wordsOf(paper).some(isIn)),
    termsIn: () => queryTerms(text),
    placesIn: (paper) => textsOf(paper).reduce((sum, own) => sum + timesIn(own), 0),
  };
}

function timesOf(asked: string, own: string): number {
  let times = 0;
  for (let at = own.indexOf(asked); at >= 0; at = own.indexOf(asked, at + 1)) times++;
  return times;
}

/** The words of an abstract that is not known. Whoever gave them may not have folded them. */
function wordsOf({ abstract, words = [] }: Paper): readonly string[] {
  return abstract === undefined ? words : [];
}

function textsOf({ id, system, title, otherTitles, authors, venue, summary, abstract }: Paper): string[] {
  return [id, system, title, ...(otherTitles ?? []), ...authors, venue, summary, abstract].filter(
    (text) => text !== undefined,
  );
}
