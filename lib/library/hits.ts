import { codeOfId, idOfCode } from '../arxiv/id-code';
import { STACKS } from '../pack';
import { bare, type PaperId } from '../paper';
import { type Attempt, ATTEMPTS } from '../search/attempts';
import type { Candidate } from '../search/query/candidate';
import { isAboutMade } from '../search/query/filters';
import { type Condition, matches, type Query } from '../search/query/query';
import type { Hit as FoundPaper } from '../search/paper-index';
import { scoreOfPaper } from '../search/score-of-paper';
import { searchSegments, type SegmentHits } from '../search/segment/search';
import { queryTerms } from '../search/terms';
import type { Kept } from '../store/kept';
import { type KeptIndex, leftOutBeside } from './kept-index';
import type { Made } from './made';
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
  kept: KeptIndex;
  /** What the person made of all papers that they keep, for queries that ask for it. */
  readMade: () => Promise<Made>;
  packs: Packs;
  /** The packs that are on, and the stacks. */
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
  const hasWords = queryTerms(query.words).length > 0;
  if (!hasWords && query.conditions.length === 0) return NONE;
  const isAsked = !hasWords || query.conditions.some(isAboutMade);
  const areStacked = searched.tables.some(({ pack }) => pack.name === STACKS);
  const made = isAsked && areStacked ? await searched.readMade() : new Map();
  if (!hasWords) return newestFirst(query, searched, made, limit);
  for (const attempt of ATTEMPTS) {
    const hits = await bestFirst(query, attempt, searched, made, limit);
    if (hits.total > 0) return hits;
  }
  return NONE;
}

async function bestFirst(query: Query, attempt: Attempt, searched: Searched, made: Made, limit: number): Promise<Hits> {
  const { index, loose } = searched.kept;
  const others = await searchSegmentsOf(query, attempt, searched, made, limit);
  const isWanted = (id: PaperId) => {
    const one = loose.get(id);
    return one !== undefined && matches(query, candidateOf(one, searched.tables));
  };
  // While one types no more than words, there is nothing to ask of the papers that have them.
  const found = index.search(query.words, attempt, query.conditions.length > 0 ? isWanted : undefined);
  const own = rankedBeside(found, query, searched, others.terms);
  return {
    hits: [...own, ...hitsIn(others, searched)].sort((one, other) => other.score - one.score),
    total: own.length + others.total,
    terms: [...new Set([...found.flatMap(({ terms }) => terms), ...others.terms.keys()])],
  };
}

/** So many loose papers are ranked among the others; more are only ranked among themselves, after these. */
const RANKED = 200;

/** Loose papers with what they are worth among those of the packs. */
function rankedBeside(
  found: readonly FoundPaper[],
  { words }: Query,
  { kept: { loose }, tables }: Searched,
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
    const worth = scoreOfPaper(loose.get(id)?.paper ?? bare(id), asked, own, statistics);
    least = Math.min(least, worth);
    return { id, isKept: true, score: worth };
  });
}

/** Kept papers by when they were saved, the others after them by when they came out. */
async function newestFirst(query: Query, searched: Searched, made: Made, limit: number): Promise<Hits> {
  const { loose, codes } = searched.kept;
  const own = [...loose.values()].filter((one) => matches(query, candidateOf(one, searched.tables)));
  const found = await searchSegmentsOf(query, { combine: 'AND', typos: false }, searched, made, limit);
  const savedAt = new Map(own.map(({ id, record }) => [codeOfId(id), record?.savedAt ?? 0]));
  const whenSaved = (code: number) => savedAt.get(code) ?? made.get(code)?.savedAt ?? 0;
  const stacked = found.hits.flatMap(({ code }) => (codes.has(code) ? [code] : []));
  const kept = [...savedAt.keys(), ...stacked].sort((one, other) => whenSaved(other) - whenSaved(one) || other - one);
  return {
    hits: [
      ...kept.map((code) => ({ id: idOfCode(code), isKept: true, score: 0 })),
      ...hitsIn(found, searched).filter(({ isKept }) => !isKept),
    ],
    total: own.length + found.total,
    terms: [],
  };
}

/** What is found on disk: of the papers that the person does not keep, and of those that are not loose. */
async function searchSegmentsOf(
  query: Query,
  attempt: Attempt,
  { kept, packs, tables }: Searched,
  made: Made,
  limit: number,
): Promise<SegmentHits> {
  const isMade = ({ isMetBy }: Condition, code: number) => {
    const record = made.get(code);
    return record !== undefined && isMetBy({ paper: bare(record.id), record });
  };
  const options = { limit, isLeftOut: leftOutBeside(kept), isMade };
  return searchSegments(query, attempt, searchedOf(tables), packs.pages, options);
}

function hitsIn({ hits }: SegmentHits, { kept: { codes } }: Searched): Hit[] {
  return hits.map(({ code, score }) => ({ id: idOfCode(code), isKept: codes.has(code), score }));
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
