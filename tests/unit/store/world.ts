import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { Change, Edit } from '../../../lib/edit';
import { createLibrary, type Library } from '../../../lib/library';
import type { LibraryRecord, Paper } from '../../../lib/paper';
import type { Database } from '../../../lib/store/connection';
import type { Contents, StorageArea } from '../../../lib/store/journal';
import { openJournal } from '../../../lib/store/journal';
import type { Schema } from '../../../lib/store/schema';
import { memoryArea } from './area';

type Dump = Record<string, { key: IDBValidKey; value: unknown }[]>;

let count = 0;

/** The profile of a browser in which Manicule is: what lies on its disk, and what can become of that. */
export function createWorld({ seeds = [], now = () => 1000 }: { seeds?: Paper[]; now?: () => number } = {}) {
  const name = `world-${count++}`;
  const local = memoryArea();
  let session = memoryArea();

  /** What lies in the database, as nobody but a test looks at it. */
  async function inside<Result>(look: (database: Database) => Promise<Result>): Promise<Result> {
    const database: IDBPDatabase<Schema> = await openDB<Schema>(name);
    try {
      return await look(database);
    } finally {
      database.close();
    }
  }

  return {
    local,
    /** A worker as it has just been started: nothing is in its memory. */
    startWorker(
      through: (area: StorageArea) => StorageArea = (area) => area,
      recovered = () => {},
      mostLoose?: number,
    ): Library {
      return createLibrary({
        name,
        seeds: { digest: `${seeds.length}`, papers: () => seeds },
        now,
        local: through(local),
        session: through(session),
        recovered,
        ...(mostLoose !== undefined && { mostLoose }),
      });
    },
    /** Closes the browser: the next worker is the first one of the next session. */
    endSession(): void {
      session = memoryArea();
    },
    inside,
    /** All records, as they lie in the database. */
    records: (): Promise<LibraryRecord[]> => inside((database) => database.getAll('library')),
    readJournal: (): Promise<Contents> => openJournal(local).read(),
    loseDatabase: () => deleteDB(name),
    /** All that is in the database. */
    async dump(): Promise<Dump> {
      const database = await openDB(name);
      const dump: Dump = {};
      for (const store of database.objectStoreNames) {
        const [keys, values] = await Promise.all([database.getAllKeys(store), database.getAll(store)]);
        dump[store] = keys.map((key, at) => ({ key, value: values[at] }));
      }
      database.close();
      return dump;
    },
    /** Puts an older copy in the place of the database. */
    async putBack(dump: Dump): Promise<void> {
      const database = await openDB(name);
      for (const store of database.objectStoreNames) {
        await database.clear(store);
        for (const { key, value } of dump[store] ?? []) {
          const isOutside = database.transaction(store).store.keyPath === null;
          await database.put(store, value, isOutside ? key : undefined);
        }
      }
      database.close();
    },
  };
}

export type World = ReturnType<typeof createWorld>;

export const editOf = (operation: string, ...changes: Change[]): Edit => ({ operation, changes });
