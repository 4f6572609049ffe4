import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { RankAnswer } from '../../lib/answers';
import { foundIn, isAsking } from '../../lib/library/shelf/found';
import { ordered } from '../../lib/library/shelf/orders';
import type { PaperId } from '../../lib/paper';
import type { Order, Row } from '../../lib/row';
import { parseQuery } from '../../lib/search/query/parse';
import { termsMet } from '../../lib/search/query/query';
import { useRank } from './use-rank';
import { useRowsOf } from './use-rows-of';

/** What a query lists by now. */
export interface Listing {
  rows: readonly Row[];
  /** How many papers there are of which these are the best: as many as these, or more. */
  of: number;
  /** How many others meet the query that the person does not keep, where these are not listed. */
  others: number;
  /** Whether what is listed is still for the query before. */
  isWaiting: boolean;
  error?: unknown;
  /** The words to mark in a paper. */
  termsOf: (row: Row) => string[];
}

/** Where the papers are that the person does not keep. */
export interface Index {
  rank: (query: string) => Promise<RankAnswer>;
  /** Some papers, kept or not; those that are not known any more are left out. */
  rows: (ids: readonly PaperId[]) => Promise<Row[]>;
  /** Changes whenever the index may have other papers than before. */
  version: string;
}

const NOTHING: Listing = { rows: [], of: 0, others: 0, isWaiting: false, termsOf: () => [] };
const NO_IDS: [] = [];

/**
 * The papers that a text in the search box lists, in an order.
 *
 * @param kept all papers that the person keeps.
 */
export function useFound(kept: readonly Row[], text: string, order: Order, index: Index): Listing {
  const query = useMemo(() => parseQuery(text), [text]);
  // Only what joins or leaves the library changes what words find.
  const version = `${index.version} ${kept.length}`;
  const ranked = useRank(index.rank, isAsking(query) ? text : undefined, version);
  const answer = ranked?.query === text && 'answer' in ranked.outcome ? ranked.outcome.answer : undefined;

  const by = order === 'relevance' ? 'saved' : order;
  const inOrder = useMemo(() => ordered(kept, by), [kept, by]);
  const rowOf = useMemo(() => new Map(kept.map((row) => [row.paper.id, row])), [kept]);
  const found = useMemo(() => {
    const inRankOrder = order === 'relevance' && answer?.kept.flatMap((id) => rowOf.get(id) ?? []);
    return foundIn(inRankOrder || inOrder, query, answer);
  }, [inOrder, rowOf, query, answer, order]);
  const read = useRowsOf(index.rows, found && 'ids' in found ? found.ids : NO_IDS);
  const others = read && 'answer' in read ? read.answer : undefined;

  const [before, keep] = useState<Listing>(NOTHING);
  const listing = useMemo((): Listing | undefined => {
    const termsOf = (row: Row) => [...(answer?.terms ?? []), ...termsMet(query, row)];
    if (found && 'rows' in found) return { ...found, of: found.rows.length, isWaiting: false, termsOf };
    if (!found || !others) return undefined;
    const rows = found.ids.flatMap((id) => rowOf.get(id) ?? others.get(id) ?? []);
    // Without words, the index too names those first that were saved last.
    const isInOrder = order === 'relevance' || (order === 'saved' && query.words.trim() === '');
    return { rows: isInOrder ? rows : ordered(rows, by), of: found.of, others: 0, isWaiting: false, termsOf };
  }, [found, others, rowOf, query, answer, order, by]);

  useLayoutEffect(() => {
    if (listing) keep(listing);
  }, [listing]);

  if (listing) return listing;
  const failed = [ranked?.query === text && ranked.outcome, read].find((outcome) => outcome && 'error' in outcome);
  if (failed) return { ...NOTHING, ...failed };
  return { ...before, isWaiting: true };
}
