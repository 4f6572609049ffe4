export type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void;

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
  // Packs have their papers for themselves. The one that there was is loaded anew; the facts that came with it stay with
  // the papers that are kept.
  (database, transaction) => {
    database.deleteObjectStore('packs');
    database.createObjectStore('packs', { keyPath: 'name' });
    database.createObjectStore('documents');
    database.createObjectStore('pages');
    database.createObjectStore('intakes', { keyPath: 'number' });
    database.createObjectStore('batches');
    database.createObjectStore('harvests', { keyPath: 'name' });
    database.createObjectStore('leftovers', { autoIncrement: true });
    database.createObjectStore('numbers');
    const papers = transaction.objectStore('papers');
    const [kept, known] = [transaction.objectStore('library').getAllKeys(), papers.getAllKeys()];
    known.onsuccess = () => {
      const isKept = new Set(kept.result);
      for (const id of known.result) if (!isKept.has(id)) papers.delete(id);
    };
  },
  (database) => {
    database.createObjectStore('prints');
  },
  (database, transaction) => {
    const loose = database.createObjectStore('loose', { keyPath: 'id' });
    const kept = transaction.objectStore('library').getAllKeys();
    kept.onsuccess = () => {
      for (const id of kept.result) loose.put({ id });
    };
  },
];
