export type Migration = (database: IDBDatabase) => void;

/**
 * How the database came to its present form, one step per version: step N brings version N to N + 1. A step that has
 * been released is frozen and imports nothing, so that it does for ever what it did then. All steps of an upgrade
 * run in one transaction: an interrupted upgrade leaves the old version whole.
 */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('papers', { keyPath: 'id' });
    database.createObjectStore('library', { keyPath: 'id' });
    database.createObjectStore('packs', { keyPath: 'name' });
  },
  (database) => {
    const operations = database.createObjectStore('operations', { keyPath: 'sequence' });
    operations.createIndex('operation', 'operation', { unique: true });
    const queue = database.createObjectStore('queue', { keyPath: 'id' });
    queue.createIndex('notBefore', 'notBefore');
    database.createObjectStore('meta');
  },
];
