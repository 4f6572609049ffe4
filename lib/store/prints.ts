import { bare, type Paper, type PaperId } from '../paper';
import type { PackedPrints } from '../print';
import { together } from './atomically';
import type { Database } from './connection';

/** So many papers are read and fingerprinted in one transaction: some ten milliseconds of work. */
const AT_ONCE = 50;

/** The fingerprints of all loose papers, and the ids of those that have none yet. */
export async function readPrints(
  database: Database,
): Promise<{ prints: Map<PaperId, PackedPrints>; missing: PaperId[] }> {
  const transaction = database.transaction(['loose', 'prints']);
  const store = transaction.objectStore('prints');
  const [loose, ids, all] = await Promise.all([
    transaction.objectStore('loose').getAllKeys(),
    store.getAllKeys(),
    store.getAll(),
  ]);
  const prints = new Map(ids.flatMap((id, at) => (all[at] ? [[id, all[at]]] : [])));
  return { prints, missing: loose.filter((id) => !prints.has(id)) };
}

/** Makes the fingerprints of those of these papers that are loose and have none: they hold as long as the facts. */
export async function writePrints(
  database: Database,
  ids: readonly PaperId[],
  printsOf: (paper: Paper) => PackedPrints,
): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    await together(database, ['papers', 'loose', 'prints'], 'relaxed', async (transaction) => {
      const [papers, loose] = [transaction.objectStore('papers'), transaction.objectStore('loose')];
      const prints = transaction.objectStore('prints');
      await Promise.all(
        ids.slice(at, at + AT_ONCE).map(async (id) => {
          if ((await loose.getKey(id)) === undefined || (await prints.getKey(id)) !== undefined) return;
          await prints.put(printsOf((await papers.get(id)) ?? bare(id)), id);
        }),
      );
    });
  }
}
