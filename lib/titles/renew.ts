import type { PaperId } from '../paper';
import { MAX_TITLES } from './compile';
import type { TitleTable } from './table';

/**
 * A table in which these papers are called as the entries say, and by nothing else; new ones stand first, so that they
 * are not the ones that are left out. The same table where nothing is new.
 */
export function renewTitles(table: TitleTable, ids: readonly PaperId[], entries: TitleTable): TitleTable {
  const isMeant = new Set(ids);
  const before = table.filter(([id]) => isMeant.has(id));
  if (JSON.stringify([...before].sort()) === JSON.stringify([...entries].sort())) return table;
  return [...entries, ...table.filter(([id]) => !isMeant.has(id))].slice(0, MAX_TITLES);
}
