import type { PageSource, SegmentHead } from '../../segment';
import type { Attempt } from '../attempts';
import type { Query } from '../query/query';
import { queryTerms } from '../terms';
import { Best, type Found } from './best';
import { askFor, testsOf } from './conditions';
import { Extents } from './extents';
import { Dictionaries, type Meaning, meaningsOf } from './lookup';
import { Matches } from './matches';

/** A segment that is searched. */
export interface SearchedSegment {
  head: SegmentHead;
  /** The name of its pack. */
  pack: string;
  /** The codes of the ids of its papers, in order. */
  ids: Uint32Array;
  /** How long their abstracts are. */
  norms: Uint8Array;
  /** Those that have left it. */
  deleted: Uint32Array;
}

/** What a search has found. */
export interface SegmentHits {
  /** The best of them, in rank order; of equals the newest first. */
  hits: Found[];
  /** How many there are in all. */
  total: number;
  /** The terms that the words of the query stood for, and how many papers have each in each field. */
  terms: ReadonlyMap<string, Float64Array>;
}

interface Options {
  /** How many are given. */
  limit: number;
  /** The codes of papers that are left out. */
  leftOut: ReadonlySet<number>;
}

/** More words than these have no bit of their own; they count as met with the last of them. */
const MOST_WORDS = 31;

/**
 * Searches segments of one pack or several for what a query asks for: the best for its words, by one attempt; without
 * words all that meet its conditions, the newest first. Reads the pages of the query's own terms and no others: once in
 * the dictionaries, or twice for typos, and once what they lead to. A paper that is in more than one pack counts once.
 *
 * @throws {DamagedSegment} where a page cannot be read.
 */
export async function searchSegments(
  { words, conditions }: Query,
  { combine, typos }: Attempt,
  segments: readonly SearchedSegment[],
  pages: PageSource,
  { limit, leftOut }: Options,
): Promise<SegmentHits> {
  const asked = [...new Set(queryTerms(words))].slice(0, MOST_WORDS);
  const dictionaries = new Dictionaries(
    segments.map(({ head }) => head.number),
    pages,
  );
  const [meanings, tests] = await Promise.all([
    meaningsOf(dictionaries, asked, typos),
    testsOf(conditions, dictionaries),
  ]);
  if (combine === 'AND' && meanings.some((each) => each.length === 0))
    return { hits: [], total: 0, terms: inFieldsOf(meanings) };
  const inOrder = meanings.toSorted((one, other) => papersOf(one) - papersOf(other));

  const extents = new Extents(pages);
  for (const [at, { head }] of segments.entries()) {
    for (const { term } of inOrder.flat()) {
      const entry = term.entries[at];
      if (entry) extents.ask(head.number, 'postings', entry);
    }
    for (const test of tests) askFor(test, at, head.number, extents);
  }
  await extents.read();

  const all = segments.reduce((sum, { head }) => sum + head.papers - head.deleted, 0);
  const best = new Best(limit);
  const done: Matches[] = [];
  const isNegated = conditions.map((condition) => condition.isNegated);
  for (const [at, segment] of segments.entries()) {
    const matches = new Matches(segment, { at, segment: segment.head.number, extents });
    if (!matches.meet(tests, isNegated)) continue;
    for (const each of inOrder) matches.score(each, { combine, all });
    const others = done.filter(({ pack }) => pack !== segment.pack);
    matches.collect(best, (code) => leftOut.has(code) || others.some((other) => other.has(code)));
    done.push(matches);
  }
  return { ...best.found(), terms: inFieldsOf(meanings) };
}

function papersOf(meanings: readonly Meaning[]): number {
  return meanings.reduce((sum, { term }) => sum + term.papers, 0);
}

function inFieldsOf(meanings: readonly (readonly Meaning[])[]): Map<string, Float64Array> {
  return new Map(meanings.flat().map(({ term }) => [term.term, term.inField]));
}
