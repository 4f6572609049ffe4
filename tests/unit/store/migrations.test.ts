import 'fake-indexeddb/auto';
import { openDB, unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../lib/job';
import { connectTo } from '../../../lib/store/connection';
import { type Migration, MIGRATIONS } from '../../../lib/store/migrations';

const LIBRARY = [
  { id: '2512.13961', state: 'reading', savedAt: 1000, savedFrom: 'arxiv.org' },
  { id: 'hep-th/9901001', state: 'saved', savedAt: 2000 },
];
const OLMO = { id: '2512.13961', title: 'Olmo 3', authors: ['Team Olmo'], words: ['flow'] };
const RLVE = { id: '2511.07317', title: 'RLVE', authors: ['Zhiyuan Zeng'] };
const OPERATIONS = [{ sequence: 1, operation: 'one', outcome: { changed: ['2512.13961'], added: [], undo: [] } }];
const QUEUE = [{ id: 'hep-th/9901001', addedAt: 1, attempts: 0, notBefore: 0 }];

const PACK = { name: 'bundled', number: 1, isOn: true, segments: [], papers: 0 };

/** What each version of the database held, by its stores, and what an upgrade is to leave of that. */
const DATA: Record<'held' | 'left', Record<string, unknown[]>>[] = [
  {
    held: {
      papers: [OLMO, RLVE],
      library: LIBRARY,
      packs: [{ name: 'bundled', digest: 'one', ids: [OLMO.id, RLVE.id] }],
    },
    // Facts stay of what is kept alone, and packs are loaded anew.
    left: { papers: [OLMO], library: LIBRARY, packs: [] },
  },
  {
    held: {
      papers: [OLMO, RLVE],
      library: LIBRARY,
      packs: [{ name: 'bundled', digest: 'one', ids: [OLMO.id, RLVE.id] }],
      operations: OPERATIONS,
      queue: QUEUE,
    },
    left: { papers: [OLMO], library: LIBRARY, packs: [], operations: OPERATIONS, queue: QUEUE },
  },
  {
    held: { papers: [OLMO], library: LIBRARY, packs: [PACK], operations: OPERATIONS, queue: QUEUE },
    left: { papers: [OLMO], library: LIBRARY, packs: [PACK], operations: OPERATIONS, queue: QUEUE },
  },
  {
    held: { papers: [OLMO], library: LIBRARY, packs: [PACK], operations: OPERATIONS, queue: QUEUE },
    // Whatever is kept is searched in memory until it is in the stacks.
    left: { papers: [OLMO], library: LIBRARY, packs: [PACK], loose: LIBRARY.map(({ id }) => ({ id })) },
  },
];
const STORES = [
  'batches',
  'documents',
  'harvests',
  'intakes',
  'leftovers',
  'library',
  'loose',
  'meta',
  'numbers',
  'operations',
  'packs',
  'pages',
  'papers',
  'prints',
  'queue',
];

let count = 0;

/** A database as it was left by the first so many steps, with data in it; closed. */
async function databaseOf(version: number): Promise<string> {
  const name = `migrations-${count++}`;
  const database = await openDB(name, version, {
    upgrade: (_, _old, _new, transaction) => {
      for (const migrate of MIGRATIONS.slice(0, version)) migrate(unwrap(transaction.db), unwrap(transaction));
    },
  });
  for (const [store, values] of Object.entries(DATA[version - 1]?.held ?? {})) {
    for (const value of values) await database.put(store, value);
  }
  database.close();
  return name;
}

describe.each(DATA.map((data, at) => [at + 1, data] as const))('a database of version %i', (version, { left }) => {
  it('is brought to the present form with all that it held', async () => {
    const name = await databaseOf(version);
    const database = await connectTo(name, async () => undefined)();
    expect(database.version).toBe(MIGRATIONS.length);
    expect([...database.objectStoreNames]).toEqual(STORES);
    for (const [store, values] of Object.entries(left))
      expect(await database.getAll(store as 'papers')).toEqual(values);
  });

  it('is as it was when the upgrade is cut short at any step, and is brought over the next time', async () => {
    for (let step = version; step < MIGRATIONS.length; step++) {
      const name = await databaseOf(version);
      const cut: Migration[] = MIGRATIONS.with(step, (database, transaction) => {
        MIGRATIONS[step]?.(database, transaction);
        throw new Error('The browser was closed.');
      });
      await expect(connectTo(name, async () => undefined, { migrations: cut })()).rejects.toThrow(/abort/i);
      const before = await openDB(name);
      expect(before.version).toBe(version);
      before.close();
      const database = await connectTo(name, async () => undefined)();
      expect(await database.getAll('library')).toEqual(LIBRARY);
    }
  });
});

it('a new database has the same form', async () => {
  const database = await connectTo(`migrations-${count++}`, async () => undefined)();
  expect([...database.objectStoreNames]).toEqual(STORES);
  // Jobs are found by when they may be tried.
  const jobs: Job[] = [30, 10, 20].map((notBefore) => ({
    id: `2511.000${notBefore}`,
    addedAt: 1,
    attempts: 0,
    notBefore,
  }));
  for (const job of jobs) await database.put('queue', job);
  const due = await database.getAllFromIndex('queue', 'notBefore', IDBKeyRange.upperBound(20));
  expect(due.map(({ notBefore }) => notBefore)).toEqual([10, 20]);
});
