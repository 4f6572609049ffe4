import { type IDBPDatabase, openDB, unwrap } from 'idb';
import { ExpectedError } from '../errors';
import { MIGRATIONS } from './migrations';
import type { Schema } from './schema';

export type Database = IDBPDatabase<Schema>;

/** Gives the open database; every caller awaits it anew and keeps no handle of its own. */
export type Connection = () => Promise<Database>;

/**
 * The database, opened when first asked for and again whenever the browser has closed it. A worker that died opens
 * it anew; a connection that stands in the way of a newer version gives way.
 *
 * @param prepare is awaited once for each opening, before anyone gets the database.
 * @returns a function whose promise rejects with an ExpectedError where an older window blocks the opening.
 */
export function connectTo(name: string, prepare: (database: Database) => Promise<void>): Connection {
  let current: Promise<Database> | undefined;
  const forget = () => {
    current = undefined;
  };
  return () => {
    current ??= open(name, forget).then(async (database) => {
      await prepare(database);
      return database;
    });
    current.catch(forget);
    return current;
  };
}

function open(name: string, forget: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(name, MIGRATIONS.length, {
      upgrade(database, oldVersion) {
        for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(unwrap(database));
      },
      blocked() {
        reject(
          new ExpectedError(
            'An older Manicule is still open in another window. Close that window and try again; nothing is lost.',
          ),
        );
      },
      blocking(_old, _new, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    }).then(resolve, reject);
  });
}
