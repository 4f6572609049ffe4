import { mergeFacts } from '../facts';
import type { Paper, PaperId } from '../paper';
import { atomically } from './atomically';
import type { Database } from './connection';
import type { Pack } from './schema';

export async function getPack(database: Database, name: string): Promise<Pack | undefined> {
  return database.get('packs', name);
}

/**
 * Brings a pack to a new content, in one transaction: papers that are new or whose facts changed are written, the
 * others are not touched, and those that the pack has no longer are dropped unless the person keeps them. What else is
 * known of a paper that the person keeps stays. Safe to interrupt and to repeat. The person's records are only read.
 *
 * @returns the ids that were written and those that were dropped.
 * @throws {ExpectedError} where the disk has no room for it.
 */
export function putPack(
  database: Database,
  { name, digest, papers }: { name: string; digest: string; papers: readonly Paper[] },
): Promise<{ written: PaperId[]; dropped: PaperId[] }> {
  return atomically(database, async (transaction) => {
    const [packs, facts] = [transaction.objectStore('packs'), transaction.objectStore('papers')];
    const ids = papers.map(({ id }) => id);
    const before = (await packs.get(name))?.ids ?? [];
    const known = await Promise.all(ids.map((id) => facts.get(id)));
    const kept = new Set(await transaction.objectStore('library').getAllKeys());
    const all = papers.map((paper, at) => {
      const other = known[at];
      return other && kept.has(paper.id) ? mergeFacts(paper, other) : paper;
    });
    const changed = all.filter((paper, at) => JSON.stringify(paper) !== JSON.stringify(known[at]));
    const stays = new Set([...ids, ...kept]);
    const dropped = before.filter((id) => !stays.has(id));
    await packs.put({ name, digest, ids });
    await Promise.all([
      ...changed.map(async (paper) => facts.put(paper)),
      ...dropped.map(async (id) => facts.delete(id)),
    ]);
    return { written: changed.map(({ id }) => id), dropped };
  });
}
