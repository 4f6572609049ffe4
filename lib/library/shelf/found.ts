import type { PaperId } from '../../paper';
import type { Row } from '../../row';
import { matches, type Query } from '../../search/query/query';

/** The papers that a query lists. */
export interface Found {
  rows: Row[];
  /** How many others meet it that the person does not keep, where these are not listed. */
  others: number;
}

/** Whether a query asks for something that rows do not hold, and is left to the index: words, and phrases. */
export function needsIndex({ words, conditions }: Query): boolean {
  return words.trim() !== '' || conditions.some(({ filter }) => filter === undefined);
}

/**
 * The papers that a query lists, in the order in which they come: of those that meet it the ones that the person keeps;
 * all of them where it asks for a pack, or meets no paper that is kept.
 *
 * @param rows all papers that are known.
 * @param isFound tells of one whether the index found it, for a query that needs it.
 */
export function foundIn(rows: readonly Row[], query: Query, isFound?: (id: PaperId) => boolean): Found {
  const met = rows.filter((row) => (isFound ? isFound(row.paper.id) : matches(query, row)));
  const kept = met.filter(({ record }) => record !== undefined);
  const isEmpty = query.conditions.length === 0 && !isFound;
  const asksForPack = query.conditions.some(({ filter, isNegated }) => filter === 'pack' && !isNegated);
  if (isEmpty) return { rows: kept, others: 0 };
  if (asksForPack || kept.length === 0) return { rows: met, others: 0 };
  return { rows: kept, others: met.length - kept.length };
}
