import type { LibraryRecord, Paper, PaperId } from '../paper';
import type { Database } from './connection';

/** What the library has on one id: nothing where the paper is not kept. */
export interface Kept {
  id: PaperId;
  record: LibraryRecord | undefined;
  paper: Paper | undefined;
}

/** What the library has on these ids, in their order, as it stood at one moment. */
export async function readKept(database: Database, ids: readonly PaperId[]): Promise<Kept[]> {
  if (ids.length === 0) return [];
  const transaction = database.transaction(['papers', 'library']);
  const [records, papers] = [transaction.objectStore('library'), transaction.objectStore('papers')];
  return Promise.all(
    ids.map(async (id) => {
      const [record, paper] = await Promise.all([records.get(id), papers.get(id)]);
      return { id, record, paper };
    }),
  );
}

/** So many records are read at once. */
const AT_ONCE = 2000;

/** The records of all papers that are kept, in the order of their ids, some at a time. */
export async function* readRecords(database: Database): AsyncIterable<LibraryRecord[]> {
  for (let range: IDBKeyRange | undefined; ;) {
    const records = await database.getAll('library', range, AT_ONCE);
    yield records;
    const last = records.at(-1);
    if (!last || records.length < AT_ONCE) return;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** What the library has on all papers that are kept, in the order of their ids. */
export function readAllKept(database: Database): Promise<(Kept & { record: LibraryRecord })[]> {
  return readKeptIn(database, null);
}

/** The same of those from one id to another, both included, at one stroke. */
export function readKeptBetween(
  database: Database,
  first: PaperId,
  last: PaperId,
): Promise<(Kept & { record: LibraryRecord })[]> {
  return readKeptIn(database, IDBKeyRange.bound(first, last));
}

async function readKeptIn(
  database: Database,
  range: IDBKeyRange | null,
): Promise<(Kept & { record: LibraryRecord })[]> {
  const transaction = database.transaction(['papers', 'library']);
  const [records, papers] = await Promise.all([
    transaction.objectStore('library').getAll(range),
    transaction.objectStore('papers').getAll(range),
  ]);
  const paperOf = new Map(papers.map((paper) => [paper.id, paper]));
  return records.map((record) => ({ id: record.id, record, paper: paperOf.get(record.id) }));
}
