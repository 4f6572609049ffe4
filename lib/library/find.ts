import type { RankAnswer, SearchAnswer, SearchResult } from '../answers';
import { bare, type Paper, type PaperId } from '../paper';
import { parseQuery } from '../search/query/parse';
import { matches, type Query, termsMet, wordsOf } from '../search/query/query';
import type { Count } from '../search/segment/count';
import { termsOf, tokenize } from '../search/terms';
import type { Database } from '../store/connection';
import { countOf } from './count';
import { type Hits, hitsOf, NONE } from './hits';
import type { KeptIndexes } from './kept-index';
import { readKnown } from './known';
import { nextTask } from './next-task';
import { isNothingBut, namedIn } from './named';
import type { Packs } from './packs';

/** Searches over all papers that are known. */
export interface Finder {
  /** The best `limit` papers for a query, or those that an id or a link in it names. */
  find(database: Database, query: string, limit: number): Promise<SearchAnswer>;
  /** The best `limit` papers for a query, and all of those that the person keeps. */
  rank(database: Database, query: string, limit: number): Promise<RankAnswer>;
  /** In how many papers a phrase stands, and in how many places of these. */
  count(database: Database, phrase: string): Promise<Count>;
}

/** A word that was mistyped may be met by many others; more than these are not marked. */
const MOST_TERMS = 500;

/**
 * @param index of what the person keeps.
 */
export function createFinder(packs: Packs, index: KeptIndexes): Finder {
  async function search(database: Database, query: Query, limit: number): Promise<Hits & { unknown?: PaperId }> {
    // Before the packs: what is loose no longer by then is in the stacks.
    const kept = await index.read(database);
    const named = namedIn(query.words);
    const known = (await readKnown(database, packs, named)).filter(({ state }) => state);
    if (known.length === 0) {
      const [unknown] = isNothingBut(query.words) ? named : [];
      if (unknown !== undefined) return { ...NONE, unknown };
      return packs.looking((tables) =>
        hitsOf(query, { kept, readMade: () => index.readMade(database), packs, tables }, limit),
      );
    }
    const met = known.filter(({ id, paper = bare(id), ...rest }) => matches(query, { paper, ...rest }));
    return {
      hits: met.map(({ id, record }) => ({ id, isKept: record !== undefined, score: 0 })),
      total: met.length,
      terms: [],
    };
  }

  /** What is typed next is mostly about other words. */
  async function readAhead(): Promise<void> {
    await nextTask();
    await packs.readAhead();
  }

  return {
    async find(database, text, limit) {
      const query = parseQuery(text);
      const { hits, total, terms, unknown } = await search(database, query, limit);
      const best = hits.slice(0, limit).map(({ id }) => id);
      const results = (await readKnown(database, packs, best)).flatMap(
        ({ id, paper = bare(id), state, ...rest }): SearchResult[] => {
          const marked = new Set([...termsShown(paper, terms), ...termsMet(query, { paper, ...rest })]);
          return state ? [{ paper: inBrief(paper), state, terms: [...marked] }] : [];
        },
      );
      readAhead().catch(() => undefined);
      return {
        query: text,
        total,
        results,
        ...(unknown !== undefined && { unknown }),
        understood: understood(query),
        problems: [...query.problems],
        elsewhere: wordsOf(query),
      };
    },
    async rank(database, text, limit) {
      const { hits, total, terms, unknown } = await search(database, parseQuery(text), limit);
      readAhead().catch(() => undefined);
      return {
        ids: hits.slice(0, limit).map(({ id }) => id),
        total,
        kept: hits.filter(({ isKept }) => isKept).map(({ id }) => id),
        terms: terms.slice(0, MOST_TERMS),
        ...(unknown !== undefined && { unknown }),
      };
    },
    async count(database, phrase) {
      const reading = index.read(database);
      return packs.looking((tables) => countOf(phrase, reading, { packs, tables }));
    },
  };
}

/** The words of a query one by one, and its conditions as they were typed. */
function understood({ words, conditions }: Query): string[] {
  const each = tokenize(words).filter(Boolean);
  return [...new Set([...each.map((word) => `“${word}”`), ...conditions.map(({ source }) => source)])];
}

/** Those of the words by which papers were found that stand in what a row shows of this one. */
function termsShown({ title, system = '', authors, venue = '' }: Paper, terms: readonly string[]): string[] {
  const shown = new Set([title, system, ...authors, venue].flatMap(termsOf));
  return terms.filter((term) => shown.has(term));
}

function inBrief({ id, title, system, authors, venue, published }: Paper): SearchResult['paper'] {
  return {
    id,
    title,
    authors,
    ...(system !== undefined && { system }),
    ...(venue !== undefined && { venue }),
    ...(published !== undefined && { published }),
  };
}
