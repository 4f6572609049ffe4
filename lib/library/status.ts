import type { LibraryRecord, PaperId, PaperStatus } from '../paper';
import type { Database } from '../store/connection';
import { getRecords } from '../store/library';
import { idsInPacks } from '../store/packs';
import { getPapers } from '../store/papers';

/** The states of those of these ids that a pack or the library has, in their order; the others are left out. */
export async function statusesOf(database: Database, ids: readonly PaperId[]): Promise<PaperStatus[]> {
  const [records, papers, inPacks] = await Promise.all([
    getRecords(database, ids),
    getPapers(database, ids),
    idsInPacks(database),
  ]);
  return ids.flatMap((id, at) => {
    const state = stateOf(records[at], inPacks.has(id));
    if (!state) return [];
    const title = papers[at]?.title;
    return [{ id, state, ...(title !== undefined && { title }) }];
  });
}

/** What the person says of a paper goes before what a pack says. */
function stateOf(record: LibraryRecord | undefined, isInPack: boolean): PaperStatus['state'] | undefined {
  return record?.state ?? (isInPack ? 'indexed' : undefined);
}
