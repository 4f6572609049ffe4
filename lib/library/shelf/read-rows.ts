import { bare, type PaperId } from '../../paper';
import type { Row } from '../../row';
import type { Database } from '../../store/connection';
import { type Kept, readKept, readKeptBetween } from '../../store/kept';

/** So many papers are read at once that the page draws and hears what is typed between two readings. */
const AT_ONCE = 500;

/**
 * Reads all papers that the person keeps, piece by piece.
 *
 * @param told is called after each piece with how many papers were read, and how many there are.
 */
export async function readRows(database: Database, told: (read: number, of: number) => void): Promise<Row[]> {
  const ids = await database.getAllKeys('library');
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const [first, last] = [ids[from], ids[Math.min(from + AT_ONCE, ids.length) - 1]];
    if (first !== undefined && last !== undefined) {
      rows.push(...(await readKeptBetween(database, first, last)).map(toRow));
    }
    told(rows.length, ids.length);
  }
  return rows;
}

/** Reads some of them. Those that the person does not keep are left out. */
export async function readRowsOf(database: Database, ids: readonly PaperId[]): Promise<Row[]> {
  const kept = await readKept(database, ids);
  return kept.filter(({ record }) => record !== undefined).map(toRow);
}

/** Leaves out what is long and neither listed nor filtered by: of 50,000 papers that would be 100 MB. */
export function toRow({ id, paper = bare(id), record }: Kept): Row {
  const { summary: _summary, abstract: _abstract, words: _words, prints: _prints, comment: _comment, ...brief } = paper;
  return { paper: brief, record };
}
