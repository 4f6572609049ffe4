import { deleteDB, type IDBPDatabase, openDB, unwrap } from 'idb';
import { ExpectedError, isExpected } from '../errors';
import { type Migration, MIGRATIONS } from './migrations';
import type { Schema } from './schema';

export type Database = IDBPDatabase<Schema>;

/** Gives the open database; every caller awaits it anew and keeps no handle of its own. */
export type Connection = () => Promise<Database>;

interface Options {
  /** The steps to the present form; their number is the version of the database. */
  migrations?: readonly Migration[];
  /**
   * Asked about a database that could twice not be opened or prepared, which may be damaged: whether it may be thrown
   * away and made anew.
   */
  mayStartOver?: (error: unknown) => Promise<boolean>;
  /** How long others are given to close an older version, in milliseconds. */
  patience?: number;
}

/** Who closes an older version at once, as this does, may still have something to finish. */
const PATIENCE_MS = 2000;

/**
 * The database, opened when first asked for and again whenever the browser has closed it. A worker that died opens
 * it anew; a connection that stands in the way of a newer version gives way.
 *
 * @param prepare is called for each opening, at once so that it need not wait for what it can do before, and awaited
 *   before anyone gets the database.
 * @returns a function whose promise rejects with an ExpectedError where an older window blocks the opening.
 */
export function connectTo(
  name: string,
  prepare: (opening: Promise<Database>) => Promise<void>,
  { migrations = MIGRATIONS, mayStartOver = async () => false, patience = PATIENCE_MS }: Options = {},
): Connection {
  let current: Promise<Database> | undefined;
  const forget = () => {
    current = undefined;
  };

  async function openPrepared(): Promise<Database> {
    const opening = open(name, migrations, patience, forget);
    try {
      const [database] = await Promise.all([opening, prepare(opening)]);
      return database;
    } catch (error) {
      opening.then((database) => database.close()).catch(() => undefined);
      throw error;
    }
  }

  /** What fails once may be a passing fault. */
  async function openAgain(error: unknown): Promise<Database> {
    if (isExpected(error)) throw error;
    return openPrepared();
  }

  async function startOver(error: unknown): Promise<Database> {
    if (isExpected(error) || !(await mayStartOver(error))) throw error;
    await deleteDB(name);
    return openPrepared();
  }

  return () => {
    current ??= openPrepared().catch(openAgain).catch(startOver);
    current.catch(forget);
    return current;
  };
}

function open(name: string, migrations: readonly Migration[], patience: number, forget: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const opening = openDB<Schema>(name, migrations.length, {
      upgrade(database, oldVersion, _new, transaction) {
        // What cuts it short is told by the opening too.
        transaction.done.catch(() => undefined);
        for (const migrate of migrations.slice(oldVersion)) migrate(unwrap(database), unwrap(transaction));
      },
      blocked() {
        timer = setTimeout(() => {
          reject(new ExpectedError(BLOCKED));
          // Nobody waits for it any more, and it would block others.
          opening.then((database) => database.close()).catch(() => undefined);
        }, patience);
      },
      blocking(_old, _new, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const BLOCKED = 'An older Manicule is still open in another window. Close that window and try again; nothing is lost.';
