import type { Paper, PaperId } from '../paper';
import type { PackedPrints } from '../print';
import { together } from './atomically';
import type { Database } from './connection';

const STORES = ['papers', 'prints'] as const;

/** So many papers are read and fingerprinted in one transaction: some ten milliseconds of work. */
const AT_ONCE = 50;

/** The fingerprints of all kept papers, and the ids of those papers that have none yet. */
export async function readPrints(
  database: Database,
): Promise<{ prints: Map<PaperId, PackedPrints>; missing: PaperId[] }> {
  const transaction = database.transaction(STORES);
  const store = transaction.objectStore('prints');
  const [papers, ids, all] = await Promise.all([
    transaction.objectStore('papers').getAllKeys(),
    store.getAllKeys(),
    store.getAll(),
  ]);
  const prints = new Map(ids.flatMap((id, at) => (all[at] ? [[id, all[at]]] : [])));
  return { prints, missing: papers.filter((id) => !prints.has(id)) };
}

/** Makes the fingerprints of those of these kept papers that have none: what they have holds as long as their facts. */
export async function writePrints(
  database: Database,
  ids: readonly PaperId[],
  printsOf: (paper: Paper) => PackedPrints,
): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    await together(database, STORES, 'relaxed', async (transaction) => {
      const [papers, prints] = [transaction.objectStore('papers'), transaction.objectStore('prints')];
      await Promise.all(
        ids.slice(at, at + AT_ONCE).map(async (id) => {
          const paper = (await prints.getKey(id)) === undefined ? await papers.get(id) : undefined;
          if (paper) await prints.put(printsOf(paper), id);
        }),
      );
    });
  }
}
