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
  /** All that are listed, or the first of them while the others are still being read. */
  rows: readonly Row[];
  /** How many are listed. */
  listed: number;
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

const NOTHING: Listing = { rows: [], listed: 0, of: 0, others: 0, isWaiting: false, termsOf: () => [] };
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

  const [before, keep] = useState({ text: '', listing: NOTHING });
  const listing = useMemo((): Listing | undefined => {
    const termsOf = (row: Row) => [...(answer?.terms ?? []), ...termsMet(query, row)];
    if (found && 'rows' in found) {
      const { length } = found.rows;
      return { ...found, listed: length, of: length, isWaiting: false, termsOf };
    }
    if (!found || !others) return undefined;
    // Without words, the index too names those first that were saved last.
    const isInOrder = order === 'relevance' || (order === 'saved' && query.words.trim() === '');
    if (!isInOrder && !others.areAll) return undefined;
    const rows = found.ids.flatMap((id) => rowOf.get(id) ?? others.rowOf.get(id) ?? []);
    // What has gone since the index named it.
    const gone = others.areAll ? found.ids.length - rows.length : 0;
    const [listed, of] = [found.ids.length - gone, found.of - gone];
    return { rows: isInOrder ? rows : ordered(rows, by), listed, of, others: 0, isWaiting: false, termsOf };
  }, [found, others, rowOf, query, answer, order, by]);

  // What is listed already is not cut short by what is only being read anew.
  const isBegun = before.text === text && !others?.areAll && (listing?.rows.length ?? 0) < before.listing.rows.length;
  const shown = isBegun ? undefined : listing;
  useLayoutEffect(() => {
    if (shown) keep({ text, listing: shown });
  }, [shown, text]);

  if (shown) return shown;
  const failed = [ranked?.query === text && ranked.outcome, read].find((outcome) => outcome && 'error' in outcome);
  if (failed) return { ...NOTHING, ...failed };
  return { ...before.listing, isWaiting: true };
}
