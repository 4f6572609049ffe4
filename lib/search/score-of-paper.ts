import type { Paper } from '../paper';
import { BOOST, FIELDS, textsIn } from './fields';
import { partOfScore, prefixWeight, rarity, typoWeight } from './segment/score';
import { mostWrong, typosIn } from './segment/typos';
import { termsOf } from './terms';

/** What papers are ranked by: how many there are, how many have a term in each field, and how long the fields are. */
export interface Statistics {
  papers: number;
  /** Undefined where none has it. */
  inField(term: string): ArrayLike<number> | undefined;
  /** The mean lengths of the fields, in terms. */
  lengths: readonly number[];
}

/**
 * What a paper is worth for the words of a query among papers of which these are the statistics, so that it can be ranked
 * beside them.
 *
 * @param terms its own that the words stand for.
 */
export function scoreOfPaper(
  paper: Paper,
  words: readonly string[],
  terms: readonly string[],
  { papers, inField, lengths }: Statistics,
): number {
  const wanted = new Set(terms);
  const worth = new Map(terms.map((term) => [term, 0]));
  for (const [field, name] of FIELDS.entries()) {
    const own = textsIn(paper, name).flatMap(termsOf);
    const counts = new Map<string, number>();
    for (const term of own) if (wanted.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const part = partOfScore(count, own.length, lengths[field] ?? own.length);
      const having = inField(term)?.[field] ?? 0;
      worth.set(term, (worth.get(term) ?? 0) + BOOST[name] * rarity(having + 1, papers + 1) * part);
    }
  }
  const each = words.map((word) => terms.reduce((sum, term) => sum + weightOf(term, word) * (worth.get(term) ?? 0), 0));
  return each.reduce((sum, score) => sum + score, 0) * each.filter((score) => score > 0).length;
}

/** Whether a term is found by a word of a query. */
export function standsFor(term: string, word: string): boolean {
  return weightOf(term, word) > 0;
}

/** What a term is worth against a word of a query that it stands for; 0 where it does not. */
function weightOf(term: string, word: string): number {
  if (term === word) return 1;
  if (term.startsWith(word)) return prefixWeight(term.length, word.length);
  const wrong = mostWrong(word) > 0 ? typosIn(term, word) : undefined;
  return wrong === undefined ? 0 : typoWeight(term.length, wrong);
}
