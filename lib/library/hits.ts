import { codeOfId, idOfCode } from '../arxiv/id-code';
import { bare, type PaperId } from '../paper';
import { type Attempt, ATTEMPTS } from '../search/attempts';
import type { Candidate } from '../search/query/candidate';
import { matches, type Query } from '../search/query/query';
import type { Hit as FoundPaper } from '../search/paper-index';
import { scoreOfPaper } from '../search/score-of-paper';
import { searchSegments, type SegmentHits } from '../search/segment/search';
import { queryTerms } from '../search/terms';
import type { Kept } from '../store/kept';
import type { KeptIndex } from './kept-index';
import type { Packs } from './packs';
import { type PackTable, searchedOf, spotIn } from './packs/tables';

/** A paper that was found. */
interface Hit {
  id: PaperId;
  isKept: boolean;
  /** What it is worth for the words of the query. */
  score: number;
}

/** What a query has found. */
export interface Hits {
  /** Those that the person keeps, all of them, and the best of the others, in rank order. */
  hits: Hit[];
  /** How many there are in all. */
  total: number;
  /** The words of papers by which they were found, folded. */
  terms: string[];
}

/** Where a search looks. */
export interface Searched {
  shelf: KeptIndex;
  packs: Packs;
  /** The packs that are on. */
  tables: readonly PackTable[];
}

/** What is found where nothing is. */
export const NONE: Hits = { hits: [], total: 0, terms: [] };

/**
 * The papers that a query asks for: the best for its words; without words all that meet its conditions, the newest first.
 * An empty query asks for nothing.
 *
 * @param limit how many are given of those that the person does not keep.
 */
export async function hitsOf(query: Query, searched: Searched, limit: number): Promise<Hits> {
  if (queryTerms(query.words).length === 0) {
    return query.conditions.length > 0 ? newestFirst(query, searched, limit) : NONE;
  }
  for (const attempt of ATTEMPTS) {
    const hits = await bestFirst(query, attempt, searched, limit);
    if (hits.total > 0) return hits;
  }
  return NONE;
}

async function bestFirst(query: Query, attempt: Attempt, searched: Searched, limit: number): Promise<Hits> {
  const { index, kept } = searched.shelf;
  const others = await searchPacks(query, attempt, searched, limit);
  const isWanted = (id: PaperId) => {
    const one = kept.get(id);
    return one !== undefined && matches(query, candidateOf(one, searched.tables));
  };
  // While one types no more than words, there is nothing to ask of the papers that have them.
  const found = index.search(query.words, attempt, query.conditions.length > 0 ? isWanted : undefined);
  const own = rankedBeside(found, query, searched, others.terms);
  return {
    hits: [...own, ...others.hits.map(toHit)].sort((one, other) => other.score - one.score),
    total: own.length + others.total,
    terms: [...new Set([...found.flatMap(({ terms }) => terms), ...others.terms.keys()])],
  };
}

/** So many kept papers are ranked among the others; more are only ranked among themselves, after these. */
const RANKED = 200;

/** Kept papers with what they are worth among those of the packs. */
function rankedBeside(
  found: readonly FoundPaper[],
  { words }: Query,
  { shelf: { kept }, tables }: Searched,
  terms: ReadonlyMap<string, Float64Array>,
): Hit[] {
  const [first] = tables;
  if (!first) return found.map(({ id, score }) => ({ id, isKept: true, score }));
  const statistics = {
    papers: tables.reduce((sum, { pack }) => sum + pack.papers, 0),
    inField: (term: string) => terms.get(term),
    lengths: first.pack.lengths,
  };
  const asked = queryTerms(words);
  let least = Infinity;
  return found.map(({ id, score, terms: own }, at) => {
    if (at >= RANKED) return { id, isKept: true, score: Math.min(score, least) };
    const worth = scoreOfPaper(kept.get(id)?.paper ?? bare(id), asked, own, statistics);
    least = Math.min(least, worth);
    return { id, isKept: true, score: worth };
  });
}

/** Kept papers by when they were saved, the others after them by when they came out. */
async function newestFirst(query: Query, searched: Searched, limit: number): Promise<Hits> {
  const own = [...searched.shelf.kept.values()]
    .filter((kept) => matches(query, candidateOf(kept, searched.tables)))
    .sort((one, other) => (other.record?.savedAt ?? 0) - (one.record?.savedAt ?? 0))
    .map(({ id }) => ({ id, isKept: true, score: 0 }));
  const { hits, total } = await searchPacks(query, { combine: 'AND', typos: false }, searched, limit);
  return { hits: [...own, ...hits.map(toHit)], total: own.length + total, terms: [] };
}

/** What is found in packs of the papers that the person does not keep. */
async function searchPacks(
  query: Query,
  attempt: Attempt,
  { shelf: { codes }, packs, tables }: Searched,
  limit: number,
): Promise<SegmentHits> {
  return searchSegments(query, attempt, searchedOf(tables), packs.pages, { limit, leftOut: codes });
}

function toHit({ code, score }: { code: number; score: number }): Hit {
  return { id: idOfCode(code), isKept: false, score };
}

/** A kept paper as a query looks at it. */
function candidateOf({ id, paper = bare(id), record }: Kept, tables: readonly PackTable[]): Candidate {
  return {
    paper,
    record,
    get packs() {
      const code = codeOfId(id);
      return tables.filter(({ pack, segments }) => spotIn(pack.number, segments, code)).map(({ pack }) => pack.name);
    },
  };
}
