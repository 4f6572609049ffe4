import type { RankAnswer } from '../../answers';
import type { PaperId } from '../../paper';
import type { Row } from '../../row';
import { matches, type Query } from '../../search/query/query';

/** Which papers a query lists. */
export type Found =
  /** Papers that the person keeps, and how many others meet it. */
  | { rows: Row[]; others: number }
  /** The best of all papers that meet it, in rank order, and how many these are in all. */
  | { ids: readonly PaperId[]; of: number };

/** Whether anything is asked for. */
export function isAsking({ words, conditions }: Query): boolean {
  return words.trim() !== '' || conditions.length > 0;
}

/** Whether a query asks for something that rows do not hold, and is left to the index: words, phrases and packs. */
export function needsIndex({ words, conditions }: Query): boolean {
  return words.trim() !== '' || conditions.some(({ filter }) => filter === undefined || filter === 'pack');
}

/**
 * Which papers a query lists: of those that meet it the ones that the person keeps; all of them, as far as the index
 * names them, where it asks for a pack or meets no paper that is kept.
 *
 * @param kept all papers that the person keeps, in the order in which they are to be listed.
 * @param answer what the index says of the query; absent as long as it has not answered.
 * @returns undefined where that cannot be said without the index.
 */
export function foundIn(kept: readonly Row[], query: Query, answer?: RankAnswer): Found | undefined {
  if (!isAsking(query)) return { rows: [...kept], others: 0 };
  const others = answer ? answer.total - answer.kept.length : 0;
  if (!needsIndex(query)) {
    const rows = kept.filter((row) => matches(query, row));
    if (rows.length > 0) return { rows, others };
  }
  if (!answer) return undefined;
  const asksForPack = query.conditions.some(({ filter, isNegated }) => filter === 'pack' && !isNegated);
  if (asksForPack || answer.kept.length === 0) return { ids: answer.ids, of: answer.total };
  const isMet = new Set(answer.kept);
  const rows = kept.filter(({ paper }) => isMet.has(paper.id));
  // Where a paper was let go since the index answered, what is listed stays until it has answered anew.
  return rows.length < isMet.size ? undefined : { rows, others };
}
