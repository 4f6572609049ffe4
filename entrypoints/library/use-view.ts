import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { facetsOf } from '../../lib/library/shelf/facets';
import { type Axis, timelineOf } from '../../lib/library/shelf/timeline';
import type { Bar, Facet, Order, Row } from '../../lib/row';
import { valuesIn, withoutValues } from '../../lib/search/query/edit';
import { parseQuery } from '../../lib/search/query/parse';
import { type Index, type Listing, useFound } from './use-found';
import { useInParts } from './use-in-parts';
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

const NO_ROWS: [] = [];

/**
 * What a person looks at, by what they have typed and chosen.
 *
 * @param rows all papers that they keep.
 */
export function useView(box: HTMLInputElement, rows: readonly Row[], index: Index): View {
  const text = useText(box);
  const hasWords = useMemo(() => parseQuery(text).words.trim() !== '', [text]);
  const [chosenOrder, setOrder] = useState<Order>();
  const order = chosenOrder === undefined || (chosenOrder === 'relevance' && !hasWords) ? 'saved' : chosenOrder;
  const effective = chosenOrder === undefined && hasWords ? 'relevance' : order;
  const listing = useFound(rows, text, effective, index);

  const [axis, setAxis] = useState<Axis>('year');
  // The timeline has what the list has, whenever it is from. The list goes before it.
  const [timeless, setTimeless] = useState('');
  useEffect(() => setTimeless(withoutValues(text, axis)), [text, axis]);
  const isSame = timeless === text;
  const anyTime = useFound(isSame ? NO_ROWS : rows, isSame ? '' : timeless, 'saved', index);
  const timed = isSame ? listing.rows : anyTime.rows;

  const facets = useInParts(useCallback(() => facetsOf(listing.rows), [listing.rows]));
  const [bars, setBars] = useState<readonly Bar[]>([]);
  useEffect(() => setBars(timelineOf(timed, axis, valuesIn(text, axis))), [timed, axis, text]);

  return { text, listing, order: effective, setOrder, hasWords, facets, axis, setAxis, bars };
}
