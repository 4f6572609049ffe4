import type { Harvest } from '../harvesting';
import type { Database } from './connection';

export async function readHarvests(database: Database): Promise<Harvest[]> {
  return database.getAll('harvests');
}

export async function readHarvest(database: Database, name: string): Promise<Harvest | undefined> {
  return database.get('harvests', name);
}

/** Resolves when it is on disk, and all that was written before it. */
export async function putHarvest(database: Database, harvest: Harvest): Promise<void> {
  const transaction = database.transaction('harvests', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(harvest), transaction.done]);
}

/** Resolves when it is on disk. */
export async function deleteHarvest(database: Database, name: string): Promise<void> {
  const transaction = database.transaction('harvests', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.delete(name), transaction.done]);
}
