import type { LibraryRecord, PaperId } from '../paper';
import type { Database } from './connection';

/**
 * Keeps a paper, or changes the state of one that is kept: when and where it was first saved stays.
 * Read and written in one transaction; resolves when it is on disk.
 */
export async function putRecord(database: Database, record: LibraryRecord): Promise<LibraryRecord> {
  const transaction = database.transaction('library', 'readwrite', { durability: 'strict' });
  const before = await transaction.store.get(record.id);
  const after = before ? { ...before, state: record.state } : record;
  await Promise.all([transaction.store.put(after), transaction.done]);
  return after;
}

/**
 * Lets a paper go, and its facts too where no pack has them. Resolves when that is on disk; a paper that is not kept
 * is no error.
 */
export async function deleteRecord(database: Database, id: PaperId): Promise<void> {
  const transaction = database.transaction(['library', 'papers', 'packs'], 'readwrite', { durability: 'strict' });
  const packs = await transaction.objectStore('packs').getAll();
  const isInPack = packs.some(({ ids }) => ids.includes(id));
  await Promise.all([
    transaction.objectStore('library').delete(id),
    ...(isInPack ? [] : [transaction.objectStore('papers').delete(id)]),
    transaction.done,
  ]);
}
