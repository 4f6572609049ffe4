import { STACKS } from '../../pack';
import type { PageSource } from '../../segment';
import type { Attempt } from '../attempts';
import type { Condition, Query } from '../query/query';
import { queryTerms } from '../terms';
import { Best, type Found, together } from './best';
import { askFor, testsOf } from './conditions';
import { Extents } from './extents';
import { Dictionaries, type Meaning, meaningsOf } from './lookup';
import { Matches } from './matches';
import { MetBefore } from './met-before';
import { paperIn, type SegmentTable } from './segment-table';

/** A segment that is searched. */
export interface SearchedSegment extends SegmentTable {
  /** The name of its pack. */
  pack: string;
}

/** Whether the paper with this code is left out of the segments of a pack. */
export type LeftOut = (code: number, pack: string) => boolean;

/** What a search has found. */
export interface SegmentHits {
  /** The best of them, and all that are in the stacks, in rank order; of equals the newest first. */
  hits: Found[];
  /** How many there are in all. */
  total: number;
  /** The terms that the words of the query stood for, and how many papers have each in each field. */
  terms: ReadonlyMap<string, Float64Array>;
}

interface Options {
  /** How many are given of those that are not in the stacks. */
  limit: number;
  /** A paper of the stacks may be left out there or in all other packs: it counts once. */
  isLeftOut: LeftOut;
  /** Whether the paper with this code meets a condition on what the person made of it. */
  isMade: (condition: Condition, code: number) => boolean;
}

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
  { limit, isLeftOut, isMade }: Options,
): Promise<SegmentHits> {
  const dictionaries = new Dictionaries(
    segments.map(({ head }) => head.number),
    pages,
  );
  const [meanings, tests] = await Promise.all([
    meaningsOf(dictionaries, queryTerms(words), typos),
    testsOf(conditions, dictionaries),
  ]);
  if (combine === 'AND' && meanings.some((each) => each.length === 0)) {
    return { hits: [], total: 0, terms: inFieldsOf(meanings) };
  }
  const ofPapers = tests.flatMap(({ isNegated, how }) =>
    how.kind === 'pack' || how.kind === 'made' ? [] : [{ isNegated, how }],
  );
  const ofCodes = tests.flatMap(({ isNegated, how }) => {
    if (how.kind === 'made') return [{ isNegated, isMet: (code: number) => isMade(how.condition, code) }];
    if (how.kind !== 'pack') return [];
    const having = segments.filter(({ pack }) => how.isMetBy(pack));
    return [{ isNegated, isMet: (code: number) => having.some((table) => paperIn(table, code) >= 0) }];
  });
  // The word that fewest papers have comes first: for the others only these are looked at, where all words are asked for.
  const rarestFirst = meanings.toSorted((one, other) => papersOf(one) - papersOf(other));

  const extents = new Extents(pages);
  for (const [at, { head }] of segments.entries()) {
    for (const { term } of rarestFirst.flat()) {
      const entry = term.entries[at];
      if (entry) extents.ask(head.number, 'postings', entry);
    }
    for (const { how } of ofPapers) askFor(how, at, head.number, extents);
  }
  await extents.read();

  const all = segments.reduce((sum, { head }) => sum + head.papers - head.deleted, 0);
  const [best, stacked] = [new Best(limit), new Best(Infinity)];
  const before = new MetBefore();
  for (const [at, segment] of segments.entries()) {
    const matches = new Matches(segment, { at, segment: segment.head.number, extents }, combine);
    for (const { how, isNegated } of ofPapers) matches.meet(how, isNegated);
    for (const each of rarestFirst) matches.score(each, all);
    const { pack } = segment;
    const isInOthers = before.inOthers(pack);
    matches.collect(
      pack === STACKS ? stacked : best,
      (code) =>
        isLeftOut(code, pack) ||
        ofCodes.some(({ isNegated, isMet }) => isMet(code) === isNegated) ||
        (pack !== STACKS && isInOthers(code)),
    );
    // What is in the stacks is left out of all others, or the other way round.
    if (pack !== STACKS && segments.slice(at).some((other) => other.pack !== pack)) before.add(segment, matches.met());
  }
  return { ...together(best, stacked), terms: inFieldsOf(meanings) };
}

function papersOf(meanings: readonly Meaning[]): number {
  return meanings.reduce((sum, { term }) => sum + term.papers, 0);
}

function inFieldsOf(meanings: readonly (readonly Meaning[])[]): Map<string, Float64Array> {
  return new Map(meanings.flat().map(({ term }) => [term.term, term.inField]));
}
