import type { LibraryRecord, Paper, PaperId, PaperState } from '../paper';
import type { Database } from './connection';

/** All that the database has on one id. */
export interface Known {
  id: PaperId;
  paper: Paper | undefined;
  record: LibraryRecord | undefined;
  /** What the person says of the paper goes before what a pack says; undefined where neither has it. */
  state: PaperState | undefined;
}

/** All that is known of these ids, in their order, as it stood at one moment. */
export async function readKnown(database: Database, ids: readonly PaperId[]): Promise<Known[]> {
  if (ids.length === 0) return [];
  const transaction = database.transaction(['papers', 'library', 'packs']);
  const [packs, papers, records] = await Promise.all([
    transaction.objectStore('packs').getAll(),
    Promise.all(ids.map((id) => transaction.objectStore('papers').get(id))),
    Promise.all(ids.map((id) => transaction.objectStore('library').get(id))),
  ]);
  const inPacks = new Set(packs.flatMap((pack) => pack.ids));
  return ids.map((id, at) => ({
    id,
    paper: papers[at],
    record: records[at],
    state: records[at]?.state ?? (inPacks.has(id) ? 'indexed' : undefined),
  }));
}

/** All that is known of every paper that a pack has or the person keeps. */
export async function readAll(database: Database): Promise<(Known & { state: PaperState })[]> {
  const transaction = database.transaction(['papers', 'library', 'packs']);
  const [packs, papers, records] = await Promise.all([
    transaction.objectStore('packs').getAll(),
    transaction.objectStore('papers').getAll(),
    transaction.objectStore('library').getAll(),
  ]);
  const paperOf = new Map(papers.map((paper) => [paper.id, paper]));
  const recordOf = new Map(records.map((record) => [record.id, record]));
  const ids = new Set([...packs.flatMap((pack) => pack.ids), ...recordOf.keys()]);
  return [...ids].map((id) => {
    const record = recordOf.get(id);
    return { id, paper: paperOf.get(id), record, state: record?.state ?? 'indexed' };
  });
}
