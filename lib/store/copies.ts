import type { IDBPTransaction } from 'idb';
import type { Paper, PaperId } from '../paper';
import { LIBRARY } from './atomically';
import type { Database } from './connection';
import type { Copy, Extent, Row } from './journal';
import type { Schema } from './schema';
import { lastSequence } from './sequence';

/** What the journal is to be told: how far the database goes, and how the papers stand that have changed. */
export interface News {
  extent: Extent;
  rows: Row[];
  /** Whether nothing is left out that has changed since. */
  isWhole: boolean;
}

const STORES = ['library', 'papers', 'operations'] as const;
type Reading = IDBPTransaction<Schema, (typeof STORES)[number][]>;

/** So many papers are read at once. */
const AT_ONCE = 500;

/** How far the database goes. */
export async function extentOf(database: Database): Promise<Extent> {
  const transaction = database.transaction([...STORES]);
  const [sequence, papers] = await Promise.all([
    lastSequence(transaction.objectStore('operations')),
    transaction.objectStore('library').count(),
  ]);
  return { sequence, papers };
}

/** How all papers stand that the edits after this one have changed. */
export async function newsSince(database: Database, sequence: number): Promise<News> {
  const transaction = database.transaction([...STORES]);
  const [operations, papers] = await Promise.all([
    transaction.objectStore('operations').getAll(IDBKeyRange.lowerBound(sequence, true)),
    transaction.objectStore('library').count(),
  ]);
  const ids = new Set(operations.flatMap(({ outcome }) => outcome.changed));
  const rows = await Promise.all([...ids].map((id) => readRow(transaction, id)));
  const last = operations.at(-1)?.sequence ?? sequence;
  return { extent: { sequence: last, papers }, rows, isWhole: operations.length === last - sequence };
}

/** How all papers stand that are kept, some at a time. */
export async function* readCopies(database: Database): AsyncIterable<Row[]> {
  const ids = await database.getAllKeys('library');
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const transaction = database.transaction([...STORES]);
    yield await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => readRow(transaction, id)));
  }
}

/** Reads every value of the library, and fails where one cannot be read. */
export async function readEverything(database: Database): Promise<void> {
  for (const name of LIBRARY) {
    const keys = await database.getAllKeys(name);
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const [first, last] = [keys[from], keys[Math.min(from + AT_ONCE, keys.length) - 1]];
      await database.getAll(name, IDBKeyRange.bound(first, last));
    }
  }
}

async function readRow(transaction: Reading, id: PaperId): Promise<Row> {
  const [record, paper] = await Promise.all([
    transaction.objectStore('library').get(id),
    transaction.objectStore('papers').get(id),
  ]);
  if (!record) return { id };
  return { id, copy: { record, ...(paper && { paper: inBrief(paper) }) } };
}

function inBrief({ title, authors, category, published, version }: Paper): Required<Copy>['paper'] {
  return {
    title,
    authors,
    ...(category !== undefined && { category }),
    ...(published !== undefined && { published }),
    ...(version !== undefined && { version }),
  };
}
