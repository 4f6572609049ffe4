import type { LibraryRecord, Paper, PaperId, PaperState } from '../paper';
import type { Database } from './connection';
import type { Pack } from './schema';

/** All that the database has on one id. */
export interface Known {
  id: PaperId;
  paper: Paper | undefined;
  record: LibraryRecord | undefined;
  /** The names of the packs that have it. */
  packs: readonly string[];
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
  const asked = new Set(ids);
  const packsOf = packsById(packs, (id) => asked.has(id));
  return ids.map((id, at) => ({
    id,
    paper: papers[at],
    record: records[at],
    packs: packsOf.get(id) ?? [],
    state: records[at]?.state ?? (packsOf.has(id) ? 'indexed' : undefined),
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
  const packsOf = packsById(packs);
  const ids = new Set([...packsOf.keys(), ...recordOf.keys()]);
  return [...ids].map((id) => {
    const record = recordOf.get(id);
    return { id, paper: paperOf.get(id), record, packs: packsOf.get(id) ?? [], state: record?.state ?? 'indexed' };
  });
}

/** The ids of every paper that a pack has or the person keeps, in the order of the database, and the packs of each. */
export async function readKnownIds(
  database: Database,
): Promise<{ ids: PaperId[]; packsOf: ReadonlyMap<PaperId, readonly string[]> }> {
  const transaction = database.transaction(['library', 'packs']);
  const [packs, kept] = await Promise.all([
    transaction.objectStore('packs').getAll(),
    transaction.objectStore('library').getAllKeys(),
  ]);
  const packsOf = packsById(packs);
  return { ids: [...new Set([...packsOf.keys(), ...kept])].sort(), packsOf };
}

/** All that is known of ids that follow one another in the order of the database, at one stroke for all of them. */
export async function readKnownBetween(
  database: Database,
  ids: readonly PaperId[],
  packsOf: ReadonlyMap<PaperId, readonly string[]>,
): Promise<Known[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const range = IDBKeyRange.bound(first, last);
  const transaction = database.transaction(['papers', 'library']);
  const [papers, records] = await Promise.all([
    transaction.objectStore('papers').getAll(range),
    transaction.objectStore('library').getAll(range),
  ]);
  const paperOf = new Map(papers.map((paper) => [paper.id, paper]));
  const recordOf = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => {
    const record = recordOf.get(id);
    const packs = packsOf.get(id) ?? [];
    return {
      id,
      paper: paperOf.get(id),
      record,
      packs,
      state: record?.state ?? (packs.length > 0 ? 'indexed' : undefined),
    };
  });
}

/** The names of the packs of each id that is asked for and in any. */
function packsById(packs: readonly Pack[], isAsked: (id: PaperId) => boolean = () => true): Map<PaperId, string[]> {
  const packsOf = new Map<PaperId, string[]>();
  for (const { name, ids } of packs) {
    for (const id of ids) if (isAsked(id)) packsOf.set(id, [...(packsOf.get(id) ?? []), name]);
  }
  return packsOf;
}
