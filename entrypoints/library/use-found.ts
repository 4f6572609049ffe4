import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { RankAnswer } from '../../lib/answers';
import { type Found, foundIn, needsIndex } from '../../lib/library/shelf/found';
import { ordered } from '../../lib/library/shelf/orders';
import type { Order, Row } from '../../lib/row';
import { parseQuery } from '../../lib/search/query/parse';
import { termsMet } from '../../lib/search/query/query';
import { useRank } from './use-rank';

/** What a query lists by now. */
export interface Listing extends Found {
  /** Whether what is listed is still for the query before. */
  isWaiting: boolean;
  error?: unknown;
  /** The words to mark in a paper. */
  termsOf: (row: Row) => string[];
}

const NOTHING: Listing = { rows: [], others: 0, isWaiting: false, termsOf: () => [] };

/** The papers that a text in the search box lists, in an order. */
export function useFound(
  rows: readonly Row[],
  text: string,
  order: Order,
  ask: (query: string) => Promise<RankAnswer>,
): Listing {
  const query = useMemo(() => parseQuery(text), [text]);
  const isAsked = needsIndex(query);
  // Only what joins or leaves the library changes what words find.
  const ranked = useRank(ask, isAsked ? text : undefined, rows.length);
  const answer = ranked?.query === text && 'answer' in ranked.outcome ? ranked.outcome.answer : undefined;
  const by = order === 'relevance' ? 'saved' : order;
  const inOrder = useMemo(() => ordered(rows, by), [rows, by]);

  const [before, keep] = useState<Listing>(NOTHING);
  const listing = useMemo((): Listing | undefined => {
    const termsOf = (row: Row) => [...(answer?.terms ?? []), ...termsMet(query, row)];
    if (!isAsked) return { ...foundIn(inOrder, query), isWaiting: false, termsOf };
    if (!answer) return undefined;
    const found = new Set(answer.ids);
    const all = order === 'relevance' ? inRankOrder(rows, answer.ids) : inOrder;
    return { ...foundIn(all, query, (id) => found.has(id)), isWaiting: false, termsOf };
  }, [rows, inOrder, query, answer, isAsked, order]);

  useLayoutEffect(() => {
    if (listing) keep(listing);
  }, [listing]);

  if (listing) return listing;
  if (ranked?.query === text && 'error' in ranked.outcome) return { ...NOTHING, error: ranked.outcome.error };
  return { ...before, isWaiting: true };
}

function inRankOrder(rows: readonly Row[], ids: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.paper.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
