import { type IDBPDatabase, openDB, unwrap } from 'idb';
import { ExpectedError } from '../errors';
import { type Migration, MIGRATIONS } from './migrations';
import type { Schema } from './schema';

export type Database = IDBPDatabase<Schema>;

/** Gives the open database; every caller awaits it anew and keeps no handle of its own. */
export type Connection = () => Promise<Database>;

/**
 * The database, opened when first asked for and again whenever the browser has closed it. A worker that died opens
 * it anew; a connection that stands in the way of a newer version gives way.
 *
 * @param prepare is awaited once for each opening, before anyone gets the database.
 * @param migrations the steps to the present form; their number is the version of the database.
 * @returns a function whose promise rejects with an ExpectedError where an older window blocks the opening.
 */
export function connectTo(
  name: string,
  prepare: (database: Database) => Promise<void>,
  migrations: readonly Migration[] = MIGRATIONS,
): Connection {
  let current: Promise<Database> | undefined;
  const forget = () => {
    current = undefined;
  };
  return () => {
    current ??= open(name, migrations, forget).then(async (database) => {
      await prepare(database);
      return database;
    });
    current.catch(forget);
    return current;
  };
}

function open(name: string, migrations: readonly Migration[], forget: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(name, migrations.length, {
      upgrade(database, oldVersion) {
        for (const migrate of migrations.slice(oldVersion)) migrate(unwrap(database));
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
