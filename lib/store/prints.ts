import type { Paper, PaperId } from '../paper';
import type { Print } from '../print';
import { together } from './atomically';
import type { Database } from './connection';

const STORES = ['papers', 'prints'] as const;

/** So many papers are read and fingerprinted in one transaction: some ten milliseconds of work. */
const AT_ONCE = 50;

/** The fingerprints of all kept papers that have some. */
export async function readPrints(database: Database): Promise<Map<PaperId, Print[]>> {
  const { store } = database.transaction('prints');
  const [ids, prints] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return new Map(ids.map((id, at) => [id, prints[at] ?? []]));
}

/** The kept papers that have none yet. */
export async function withoutPrints(database: Database): Promise<PaperId[]> {
  const transaction = database.transaction(STORES);
  const [papers, made] = await Promise.all([
    transaction.objectStore('papers').getAllKeys(),
    transaction.objectStore('prints').getAllKeys(),
  ]);
  const isMade = new Set(made);
  return papers.filter((id) => !isMade.has(id));
}

/** Makes the fingerprints of kept papers. */
export async function writePrints(
  database: Database,
  ids: readonly PaperId[],
  printsOf: (paper: Paper) => Print[],
): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    await together(database, STORES, 'relaxed', async (transaction) => {
      const [papers, prints] = [transaction.objectStore('papers'), transaction.objectStore('prints')];
      await Promise.all(
        ids.slice(at, at + AT_ONCE).map(async (id) => {
          const paper = await papers.get(id);
          if (paper) await prints.put(printsOf(paper), id);
        }),
      );
    });
  }
}
