import { foldTerm } from '../../search/fold';
import type { Order, Row } from '../../row';

/** What papers are ordered by, the greater value first; relevance is told by the search and not by a paper. */
const KEYS: Record<Exclude<Order, 'relevance'>, (row: Row) => number | string> = {
  saved: ({ record }) => record?.savedAt ?? 0,
  published: ({ paper }) => paper.published ?? '',
  title: ({ paper }) => foldTerm(paper.title),
};

/** Orders papers: the newest first, and titles from A on. What is equal stays in the order of publication. */
export function ordered(rows: readonly Row[], by: Exclude<Order, 'relevance'>): Row[] {
  const sign = by === 'title' ? 1 : -1;
  const keyOf = KEYS[by];
  const keyed = rows.map((row) => ({ row, key: keyOf(row), next: `${row.paper.published ?? ''} ${row.paper.id}` }));
  keyed.sort((a, b) => sign * compare(a.key, b.key) || compare(b.next, a.next));
  return keyed.map(({ row }) => row);
}

function compare<Key extends number | string>(a: Key, b: Key): number {
  return a < b ? -1 : Number(a > b);
}
