import type { Paper } from '../../paper';
import { mayHold } from '../fold';
import { queryTerms, termsOf } from '../terms';
import type { Condition } from './query';

/** No word holds a line break, so that words joined by it can be looked for among others. */
const joined = (terms: readonly string[]) => `\n${terms.join('\n')}\n`;

/**
 * Demands words one after the other in one of a paper's texts, stop words included. Of an abstract only the distinct
 * words may be known: among them one word can be found, and no phrase.
 *
 * @returns undefined where the text has no word.
 */
export function phrase(text: string): Pick<Condition, 'isMetBy' | 'termsIn'> | undefined {
  const terms = termsOf(text);
  const [first, ...more] = terms;
  if (first === undefined) return undefined;
  const asked = joined(terms);
  const isIn = (own: string) => mayHold(own, terms) && joined(termsOf(own)).includes(asked);
  return {
    isMetBy: ({ paper }) => textsOf(paper).some(isIn) || (more.length === 0 && paper.words?.includes(first) === true),
    termsIn: () => queryTerms(text),
  };
}

function textsOf({ id, system, title, otherTitles, authors, venue, summary, abstract }: Paper): string[] {
  return [id, system, title, ...(otherTitles ?? []), ...authors, venue, summary, abstract].filter(
    (text) => text !== undefined,
  );
}
