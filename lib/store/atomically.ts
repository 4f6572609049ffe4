import type { IDBPTransaction } from 'idb';
import { ExpectedError } from '../errors';
import type { Database } from './connection';
import type { Schema } from './schema';

const STORES = ['library', 'papers', 'packs', 'queue', 'operations', 'meta'] as const;

/** A transaction over all that is known and kept. */
export type Writing = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

/**
 * Does some work in one transaction, all of it or nothing. Resolves when it is on disk.
 *
 * @param work may wait for nothing but the transaction's own requests.
 * @throws {ExpectedError} where the disk has no room for it.
 */
export async function atomically<Result>(
  database: Database,
  work: (transaction: Writing) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction([...STORES], 'readwrite', { durability: 'strict' });
  // It also rejects with what is thrown below.
  transaction.done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    abort(transaction);
    throw isFull(error) || isFull(transaction.error) ? new ExpectedError(FULL) : error;
  }
}

const FULL =
  'There is no room left on the disk. Everything that was saved before is safe. Free some space and try again.';

/** What was asked for before the fault is not written either. */
function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has been aborted by the fault itself.
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
