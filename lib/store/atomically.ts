import type { IDBPTransaction, StoreNames } from 'idb';
import { ExpectedError } from '../errors';
import type { Database } from './connection';
import type { Schema } from './schema';

type Store = StoreNames<Schema>;

/** A transaction that writes to these stores. */
export type WritingTo<Stores extends Store> = IDBPTransaction<Schema, Stores[], 'readwrite'>;

/** Where all lies that a person keeps. */
export const LIBRARY = ['library', 'papers', 'loose', 'prints', 'queue', 'operations', 'meta'] as const;

/** A transaction over all that a person keeps. */
export type Writing = WritingTo<(typeof LIBRARY)[number]>;

/**
 * Does some work on what a person keeps in one transaction, all of it or nothing. Resolves when it is on disk.
 *
 * @param work may wait for nothing but the transaction's own requests.
 * @throws {ExpectedError} where the disk has no room for it.
 */
export function atomically<Result>(
  database: Database,
  work: (transaction: Writing) => Promise<Result>,
): Promise<Result> {
  return together(database, LIBRARY, 'strict', work);
}

/**
 * Does some work on these stores in one transaction, all of it or nothing.
 *
 * @param durability `strict` where it must be on disk when it resolves; `relaxed` where it may be lost with the power.
 * @param work may wait for nothing but the transaction's own requests.
 * @throws {ExpectedError} where the disk has no room for it.
 */
export async function together<Stores extends Store, Result>(
  database: Database,
  stores: readonly Stores[],
  durability: 'strict' | 'relaxed',
  work: (transaction: WritingTo<Stores>) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction([...stores], 'readwrite', { durability });
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
function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It has been aborted by the fault itself.
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
