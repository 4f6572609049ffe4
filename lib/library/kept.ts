import type { Kept } from '../exchange/format';
import { bare, type PaperId } from '../paper';
import type { Database } from '../store/connection';
import { readKnown } from './known';
import type { Packs } from './packs';

/** So many papers are read at one go that a page which does it stays responsive. */
const AT_ONCE = 200;

/**
 * Reads papers as they are written out, facts and what the person made of them.
 *
 * @param ids all that the person keeps where none are given, those first that were saved first.
 */
export async function readKept(database: Database, packs: Packs, ids?: readonly PaperId[]): Promise<Kept[]> {
  const meant = ids ?? (await savedInOrder(database));
  const kept: Kept[] = [];
  for (let from = 0; from < meant.length; from += AT_ONCE) {
    const known = await readKnown(database, packs, meant.slice(from, from + AT_ONCE));
    for (const { id, paper = bare(id), record } of known) kept.push({ paper, ...(record && { record }) });
  }
  return kept;
}

async function savedInOrder(database: Database): Promise<PaperId[]> {
  const records = await database.getAll('library');
  return records.sort((one, other) => one.savedAt - other.savedAt).map(({ id }) => id);
}
