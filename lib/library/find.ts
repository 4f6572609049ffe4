import type { RankAnswer, SearchAnswer, SearchResult } from '../answers';
import { bare, type Paper, type PaperId } from '../paper';
import { PaperIndex } from '../search/paper-index';
import { parseQuery } from '../search/query/parse';
import { type Query, termsMet, wordsOf } from '../search/query/query';
import { tokenize } from '../search/terms';
import type { Database } from '../store/connection';
import { type Known, readAll, readKnown } from '../store/known';
import { type Findable, hitsOf, unknownIn } from './hits';

/** The words are marked by which so many of the best papers were found. */
const MARKED = 500;

/** Searches over all papers that are known, with all that a search needs in memory from the first question on. */
export interface Finder {
  /** The best `limit` papers for a query, or those that an id or a link in it names. */
  find(database: Database, query: string, limit: number): Promise<SearchAnswer>;
  /** Which papers a query finds: the best `limit` of them, and all that the person keeps. */
  rank(database: Database, query: string, limit: number): Promise<RankAnswer>;
  /** To be called when a paper was added or let go: the next search knows it. */
  refresh(database: Database, id: PaperId): Promise<void>;
}

export function createFinder(): Finder {
  let findable: Promise<Findable> | undefined;

  function read(database: Database): Promise<Findable> {
    findable ??= readFindable(database);
    findable.catch(() => (findable = undefined));
    return findable;
  }

  return {
    async find(database, query, limit) {
      return answer(await read(database), query, limit);
    },
    async rank(database, query, limit) {
      return rank(await read(database), query, limit);
    },
    async refresh(database, id) {
      if (!findable) return;
      const { index, candidates } = await findable;
      const [known] = await readKnown(database, [id]);
      if (known?.state) {
        const candidate = toCandidate(known);
        index.put(candidate.paper);
        candidates.set(id, candidate);
      } else {
        index.remove(id);
        candidates.delete(id);
      }
    },
  };
}

async function readFindable(database: Database): Promise<Findable> {
  const known = (await readAll(database)).map(toCandidate);
  return {
    index: new PaperIndex(known.map(({ paper }) => paper)),
    candidates: new Map(known.map((candidate) => [candidate.paper.id, candidate])),
  };
}

function toCandidate({ id, paper = bare(id), record, packs }: Known) {
  return { paper, record, packs };
}

function answer(findable: Findable, text: string, limit: number): SearchAnswer {
  const query = parseQuery(text);
  const unknown = unknownIn(query, findable);
  const hits = unknown ? [] : hitsOf(query, findable);
  const results = hits.slice(0, limit).flatMap(({ id, terms }): SearchResult[] => {
    const candidate = findable.candidates.get(id);
    if (!candidate) return [];
    const { paper, record } = candidate;
    const state = record?.state ?? 'indexed';
    return [{ paper: inBrief(paper), state, terms: [...new Set([...terms, ...termsMet(query, candidate)])] }];
  });
  return {
    query: text,
    total: hits.length,
    results,
    ...(unknown && { unknown }),
    understood: understood(query),
    problems: [...query.problems],
    elsewhere: wordsOf(query),
  };
}

function rank(findable: Findable, text: string, limit: number): RankAnswer {
  const query = parseQuery(text);
  const unknown = unknownIn(query, findable);
  if (unknown) return { ids: [], total: 0, kept: [], terms: [], unknown };
  const hits = hitsOf(query, findable);
  // A word that was mistyped may be met by many others.
  const terms = new Set(hits.slice(0, MARKED).flatMap((hit) => hit.terms));
  const ids = hits.map(({ id }) => id);
  const kept = ids.filter((id) => findable.candidates.get(id)?.record);
  return { ids: ids.slice(0, limit), total: ids.length, kept, terms: [...terms] };
}

/** The words of a query one by one, and its conditions as they were typed. */
function understood({ words, conditions }: Query): string[] {
  const each = tokenize(words).filter(Boolean);
  return [...new Set([...each.map((word) => `“${word}”`), ...conditions.map(({ source }) => source)])];
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
