import type { Kept } from '../exchange/format';
import { bare, type PaperId } from '../paper';
import type { WholePaper } from '../row';
import type { Database } from '../store/connection';
import { readKept as readRecords } from '../store/kept';

/** So many papers are read at one go that a page which does it stays responsive. */
const AT_ONCE = 200;

/**
 * Reads papers as they are written out, facts and what the person made of them.
 *
 * @param readWhole tells of papers of which the library has no facts.
 * @param ids all that the person keeps where none are given, those first that were saved first.
 */
export async function readKept(
  database: Database,
  readWhole: (ids: PaperId[]) => Promise<WholePaper[]>,
  ids?: readonly PaperId[],
): Promise<Kept[]> {
  const meant = ids ?? (await savedInOrder(database));
  const kept: Kept[] = [];
  for (let from = 0; from < meant.length; from += AT_ONCE) {
    const records = await readRecords(database, meant.slice(from, from + AT_ONCE));
    const missing = records.filter(({ paper }) => !paper).map(({ id }) => id);
    const others = missing.length > 0 ? await readWhole(missing) : [];
    const otherOf = new Map(others.map(({ paper }) => [paper.id, paper]));
    for (const { id, paper = otherOf.get(id) ?? bare(id), record } of records) {
      kept.push({ paper, ...(record && { record }) });
    }
  }
  return kept;
}

async function savedInOrder(database: Database): Promise<PaperId[]> {
  const records = await database.getAll('library');
  return records.sort((one, other) => one.savedAt - other.savedAt).map(({ id }) => id);
}
