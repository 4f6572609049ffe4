import { useEffect, useMemo, useState } from 'preact/hooks';
import { facetsOf, packsOf } from '../../lib/library/shelf/facets';
import { type Axis, timelineOf } from '../../lib/library/shelf/timeline';
import type { RankAnswer } from '../../lib/answers';
import type { Bar, Facet, Order, Row } from '../../lib/row';
import { valuesIn, withoutValues } from '../../lib/search/query/edit';
import { parseQuery } from '../../lib/search/query/parse';
import { type Listing, useFound } from './use-found';
import { useText } from './use-text';

/** What of the papers is shown, and how. */
export interface View {
  text: string;
  listing: Listing;
  order: Order;
  setOrder: (order: Order) => void;
  hasWords: boolean;
  facets: readonly Facet[];
  axis: Axis;
  setAxis: (axis: Axis) => void;
  bars: readonly Bar[];
}

/** What a person looks at, by what they have typed and chosen. */
export function useView(
  box: HTMLInputElement,
  rows: readonly Row[],
  rank: (query: string) => Promise<RankAnswer>,
): View {
  const text = useText(box);
  const hasWords = useMemo(() => parseQuery(text).words.trim() !== '', [text]);
  const [chosenOrder, setOrder] = useState<Order>();
  const order = chosenOrder === undefined || (chosenOrder === 'relevance' && !hasWords) ? 'saved' : chosenOrder;
  const effective = chosenOrder === undefined && hasWords ? 'relevance' : order;
  const listing = useFound(rows, text, effective, rank);

  const [axis, setAxis] = useState<Axis>('year');
  const timeless = useMemo(() => withoutValues(text, axis), [text, axis]);
  const allTimes = useFound(rows, timeless, 'saved', rank);

  const [facets, setFacets] = useState<readonly Facet[]>([]);
  const [bars, setBars] = useState<readonly Bar[]>([]);
  // The list goes before what is counted of it.
  useEffect(() => setFacets([...facetsOf(listing.rows), packsOf(rows)]), [listing.rows, rows]);
  useEffect(() => setBars(timelineOf(allTimes.rows, axis, valuesIn(text, axis))), [allTimes.rows, axis, text]);

  return { text, listing, order: effective, setOrder, hasWords, facets, axis, setAxis, bars };
}
