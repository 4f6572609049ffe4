import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { connectTo } from '../../../lib/store/connection';
import { type Migration, MIGRATIONS } from '../../../lib/store/migrations';

/** What each version of the database held, by its stores; the last one is how an upgrade is to leave it. */
const DATA: Record<string, unknown[]>[] = [
  {
    papers: [{ id: '2512.13961', title: 'Olmo 3', authors: ['Team Olmo'], words: ['flow'] }],
    library: [
      { id: '2512.13961', state: 'reading', savedAt: 1000, savedFrom: 'arxiv.org' },
      { id: 'hep-th/9901001', state: 'saved', savedAt: 2000 },
    ],
    packs: [{ name: 'bundled', digest: 'one', ids: ['2512.13961'] }],
  },
];
const STORES = ['library', 'meta', 'operations', 'packs', 'papers', 'queue'];

let count = 0;

/** A database as it was left by the first so many steps, with data in it; closed. */
async function databaseOf(version: number): Promise<string> {
  const name = `migrations-${count++}`;
  const database = await openDB(name, version, {
    upgrade: (_, _old, _new, transaction) => {
      for (const migrate of MIGRATIONS.slice(0, version)) migrate(transaction.db as unknown as IDBDatabase);
    },
  });
  for (const [store, values] of Object.entries(DATA[version - 1] ?? {})) {
    for (const value of values) await database.put(store, value);
  }
  database.close();
  return name;
}

describe.each(DATA.map((data, at) => [at + 1, data] as const))('a database of version %i', (version, data) => {
  it('is brought to the present form with all that it held', async () => {
    const name = await databaseOf(version);
    const database = await connectTo(name, async () => undefined)();
    expect(database.version).toBe(MIGRATIONS.length);
    expect([...database.objectStoreNames]).toEqual(STORES);
    for (const [store, values] of Object.entries(data))
      expect(await database.getAll(store as 'papers')).toEqual(values);
  });

  it('is as it was when the upgrade is cut short at any step, and is brought over the next time', async () => {
    for (let step = version; step < MIGRATIONS.length; step++) {
      const name = await databaseOf(version);
      const cut: Migration[] = MIGRATIONS.with(step, (database) => {
        MIGRATIONS[step]?.(database);
        throw new Error('The browser was closed.');
      });
      await expect(connectTo(name, async () => undefined, { migrations: cut })()).rejects.toThrow(/abort/i);
      const before = await openDB(name);
      expect(before.version).toBe(version);
      before.close();
      const database = await connectTo(name, async () => undefined)();
      expect(await database.getAll('library')).toEqual(data['library']);
    }
  });
});

it('a new database has the same form', async () => {
  const database = await connectTo(`migrations-${count++}`, async () => undefined)();
  expect([...database.objectStoreNames]).toEqual(STORES);
});
