import type { Paper, PaperId } from '../paper';
import type { Database } from './connection';
import type { Pack } from './schema';

export async function getPack(database: Database, name: string): Promise<Pack | undefined> {
  return database.get('packs', name);
}

/**
 * Brings a pack to a new content, in one transaction: papers that are new or whose facts changed are written, the
 * others are not touched, and those that the pack has no longer are dropped unless the person keeps them.
 * Safe to interrupt and to repeat. The person's records are only read.
 *
 * @returns the ids that were written and those that were dropped.
 */
export async function putPack(
  database: Database,
  { name, digest, papers }: { name: string; digest: string; papers: readonly Paper[] },
): Promise<{ written: PaperId[]; dropped: PaperId[] }> {
  const transaction = database.transaction(['papers', 'packs', 'library'], 'readwrite', { durability: 'strict' });
  const stores = {
    papers: transaction.objectStore('papers'),
    packs: transaction.objectStore('packs'),
    library: transaction.objectStore('library'),
  };
  const ids = papers.map(({ id }) => id);
  const before = (await stores.packs.get(name))?.ids ?? [];
  const known = await Promise.all(ids.map((id) => stores.papers.get(id)));
  const changed = papers.filter((paper, at) => JSON.stringify(paper) !== JSON.stringify(known[at]));
  const kept = new Set([...ids, ...(await stores.library.getAllKeys())]);
  const dropped = before.filter((id) => !kept.has(id));
  await Promise.all([
    ...changed.map((paper) => stores.papers.put(paper)),
    ...dropped.map((id) => stores.papers.delete(id)),
    stores.packs.put({ name, digest, ids }),
    transaction.done,
  ]);
  return { written: changed.map(({ id }) => id), dropped };
}
