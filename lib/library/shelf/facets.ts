import type { Facet, FacetValue, Row } from '../../row';
import { filterNamed } from '../../search/query/filters';
import { groupBy } from './group-by';

interface FacetRow {
  name: string;
  label: string;
  /** How its values are put in order: the most frequent first, the latest first, or as they are listed here. */
  order: 'frequent' | 'latest' | readonly string[];
  /** What of a value is counted: all of it where this is left out. */
  part?: (value: string) => string;
}

/** The filters that are offered with what they would find, in the order in which they stand. */
const FACETS: readonly FacetRow[] = [
  { name: 'is', label: 'State', order: ['unread', 'reading', 'read', 'starred'] },
  { name: 'tag', label: 'Tags', order: 'frequent' },
  { name: 'year', label: 'Years', order: 'latest', part: (month) => month.slice(0, 'YYYY'.length) },
  { name: 'cat', label: 'Categories', order: 'frequent' },
  { name: 'venue', label: 'Venues', order: 'frequent' },
  { name: 'author', label: 'Authors', order: 'frequent' },
  { name: 'has', label: 'With', order: ['code', 'note'] },
];

/**
 * What the papers of a list may be narrowed down to, one facet after the other: each takes a moment where papers are
 * many. A paper counts once for each value, however often it has it.
 */
export function* facetsOf(rows: readonly Row[]): Generator<Facet> {
  for (const { name, label, order, part } of FACETS) {
    yield { name, label, values: inOrder(countValues(rows, name, part), order) };
  }
}

function countValues(rows: readonly Row[], name: string, part?: (value: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  const filter = filterNamed(name);
  if (!filter) return counts;
  for (const row of rows) {
    const values = filter.valuesOf(row);
    const own = values.length > 1 ? new Set(values) : values;
    for (const value of own) {
      const counted = part ? part(value) : value;
      counts.set(counted, (counts.get(counted) ?? 0) + 1);
    }
  }
  return counts;
}

function inOrder(counts: ReadonlyMap<string, number>, order: FacetRow['order']): FacetValue[] {
  if (typeof order !== 'string') {
    return order.map((value) => ({ value, count: counts.get(value) ?? 0 })).filter(({ count }) => count > 0);
  }
  const values = Array.from(counts, ([value, count]) => ({ value, count }));
  if (order === 'latest') return values.sort((a, b) => (a.value > b.value ? -1 : 1));
  const byCount = groupBy(values, ({ count }) => count);
  return [...byCount.keys()].sort((a, b) => b - a).flatMap((count) => byName(byCount.get(count) ?? []));
}

/** Of more values than this that are as frequent, nobody looks for one by its place: they stay in the order of the list. */
const MOST_BY_NAME = 1000;

function byName(values: FacetValue[]): FacetValue[] {
  return values.length > MOST_BY_NAME ? values : values.sort((a, b) => (a.value < b.value ? -1 : 1));
}
