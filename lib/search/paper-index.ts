import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Paper, PaperId } from '../paper';
import type { Attempt } from './attempts';
import { BOOST, type Field, FIELDS, textsIn } from './fields';
import { foldTerm } from './fold';
import { standsFor } from './score-of-paper';
import { mostWrong } from './segment/typos';
import { queryTerms, tokenize } from './terms';

/** One paper that met a query. */
export interface Hit {
  id: PaperId;
  score: number;
  /** The indexed words that met the query, folded. */
  terms: string[];
}

/** As many letters may be wrong as in an index on disk. */
const TYPOS = { fuzzy: mostWrong } satisfies SearchOptions;

/**
 * The index of the papers that fit in memory: ranked by BM25 over the fields of a paper (Robertson and Zaragoza, 2009,
 * as MiniSearch has it), by prefix while a word is being typed. It is a cache: what it holds stands in the database.
 */
export class PaperIndex {
  readonly #engine = new MiniSearch<Paper>({
    fields: [...FIELDS],
    extractField: (paper, field) => (field === 'id' ? paper.id : textsIn(paper, field as Field).join(' ')),
    tokenize,
    processTerm: foldTerm,
    searchOptions: { boost: BOOST, prefix: true },
  });

  constructor(papers: readonly Paper[]) {
    this.#engine.addAll(papers);
  }

  /** Adds a paper, in the place of what was known of it before. */
  put(paper: Paper): void {
    this.remove(paper.id);
    this.#engine.add(paper);
  }

  remove(id: PaperId): void {
    if (this.#engine.has(id)) this.#engine.discard(id);
  }

  /**
   * The papers that have the words of the query, all or some of them, with or without typos, best first.
   *
   * @param isWanted leaves the others out, as if they were not there.
   */
  search(query: string, { combine, typos }: Attempt, isWanted?: (id: PaperId) => boolean): Hit[] {
    const words = queryTerms(query);
    if (words.length === 0) return [];
    const found = this.#engine.search(words.join(' '), {
      combineWith: combine,
      ...(typos && TYPOS),
      ...(isWanted && { filter: ({ id }) => isWanted(id) }),
    });
    const hits = found.map(({ id, score, terms }) => ({ id: id as PaperId, score, terms }));
    return typos ? hits.flatMap((hit) => asOnDisk(hit, words, combine)) : hits;
  }
}

/** Of what counts as a typo here an index on disk takes some for other words; then so is it here, and none is found by it. */
function asOnDisk({ terms, ...hit }: Hit, words: readonly string[], combine: Attempt['combine']): Hit[] {
  const meant = terms.filter((term) => words.some((word) => standsFor(term, word)));
  const met = words.filter((word) => meant.some((term) => standsFor(term, word)));
  return met.length >= (combine === 'AND' ? words.length : 1) ? [{ ...hit, terms: meant }] : [];
}
