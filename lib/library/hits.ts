import type { PaperId } from '../paper';
import type { PaperIndex } from '../search/paper-index';
import type { Candidate } from '../search/query/candidate';
import { matches, type Query } from '../search/query/query';
import { queryTerms } from '../search/terms';
import { isNothingBut, namedIn } from './named';

/** All that a search needs in memory: the words of every paper, and what filters and a row of results ask of it. */
export interface Findable {
  index: PaperIndex;
  candidates: Map<PaperId, Candidate>;
}

/** A paper that was found, and the terms by which its words were. */
interface Hit {
  id: PaperId;
  terms: string[];
}

/**
 * The papers that a query asks for: those that it names, if any is known; else the best for its words; without words
 * all that meet its conditions, the newest first. An empty query asks for nothing.
 */
export function hitsOf(query: Query, { index, candidates }: Findable): Hit[] {
  const { words, conditions } = query;
  const isWanted = (id: PaperId) => {
    const candidate = candidates.get(id);
    return candidate !== undefined && matches(query, candidate);
  };
  const named = namedIn(words).filter((id) => candidates.has(id));
  if (named.length > 0) return named.filter(isWanted).map(withoutTerms);
  // While one types no more than words, there is nothing to ask of the papers that have them.
  if (queryTerms(words).length > 0) return index.search(words, conditions.length > 0 ? isWanted : undefined);
  if (conditions.length === 0) return [];
  const met = [...candidates.values()].filter((candidate) => matches(query, candidate));
  return met.sort(byNewest).map(({ paper }) => withoutTerms(paper.id));
}

/** The paper that a query asks for and for nothing else, where it is not known. */
export function unknownIn({ words }: Query, { candidates }: Findable): PaperId | undefined {
  const named = namedIn(words);
  return isNothingBut(words) && !named.some((id) => candidates.has(id)) ? named[0] : undefined;
}

/** Kept papers by when they were saved, the others after them by when they came out. */
function byNewest(a: Candidate, b: Candidate): number {
  const saved = (b.record?.savedAt ?? 0) - (a.record?.savedAt ?? 0);
  return saved || (b.paper.published ?? '').localeCompare(a.paper.published ?? '');
}

function withoutTerms(id: PaperId): Hit {
  return { id, terms: [] };
}
