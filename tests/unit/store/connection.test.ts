import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { expect, it } from 'vitest';
import { isExpected } from '../../../lib/errors';
import { connectTo, type Database } from '../../../lib/store/connection';
import { MIGRATIONS } from '../../../lib/store/migrations';
import { runEdit } from '../../../lib/store/run-edit';

const RECORD = { id: '2511.07317', state: 'saved', savedAt: 1 } as const;
const save = (database: Database) =>
  runEdit(database, { operation: 'saves one', changes: [{ kind: 'save', id: RECORD.id }] }, RECORD.savedAt);
const withOneMore = [...MIGRATIONS, (database: IDBDatabase) => void database.createObjectStore('more')];
const nothing = async () => undefined;
const damaged = async (opening: Promise<Database>) => {
  if ((await (await opening).count('library')) > 0) throw new DOMException('', 'UnknownError');
};
let count = 0;
const fresh = () => `connection-${count++}`;

it('is opened once, however many ask at once, and prepared before anyone gets it', async () => {
  const steps: string[] = [];
  const connect = connectTo(fresh(), async () => void steps.push('prepared'));
  const [one, other] = await Promise.all([connect(), connect()]);
  steps.push('given');
  expect(one).toBe(other);
  expect(steps).toEqual(['prepared', 'given']);
});

it('gives way to a newer version, which keeps what was saved, and is then opened anew', async () => {
  const name = fresh();
  const older = connectTo(name, nothing);
  await save(await older());
  const newer = connectTo(name, nothing, { migrations: withOneMore });
  expect(await (await newer()).get('library', RECORD.id)).toEqual(RECORD);
  // What is old cannot open what is new: a clear failure, not a second database.
  await expect(older()).rejects.toThrow(/version/);
});

it('is opened anew after its database was taken away', async () => {
  const name = fresh();
  const connect = connectTo(name, nothing);
  await save(await connect());
  await deleteDB(name);
  expect(await (await connect()).count('library')).toBe(0);
});

it('that an older window blocks is an error that says so, and opens when the window is gone', async () => {
  const name = fresh();
  await (await connectTo(name, nothing)()).close();
  const window = await openDB(name, MIGRATIONS.length);
  const connect = connectTo(name, nothing, { migrations: withOneMore, patience: 10 });
  const refusal = await connect().catch((error: unknown) => error);
  expect(isExpected(refusal)).toBe(true);
  window.close();
  expect([...(await connect()).objectStoreNames]).toContain('more');
});

it('that an older window only blocks for a while is opened', async () => {
  const name = fresh();
  const older = connectTo(name, nothing);
  const inUse = await older();
  // What is under way is ended first: the connection is given up, and not closed yet.
  const transaction = inUse.transaction('library', 'readwrite');
  let isDone = false;
  const busy = (async () => {
    for (let at = 0; at < 300; at++) await transaction.store.put({ ...RECORD, savedAt: at });
    isDone = true;
  })();
  const newer = await connectTo(name, nothing, { migrations: withOneMore })();
  expect(isDone).toBe(true);
  await busy;
  expect(await newer.get('library', RECORD.id)).toEqual({ ...RECORD, savedAt: 299 });
});

it('that could once not be prepared is tried again at once, and if that fails the next time', async () => {
  let failures = 1;
  const connect = connectTo(fresh(), async () => {
    if (failures-- > 0) throw new Error('interrupted');
  });
  await expect(connect()).resolves.toBeDefined();
  const unlucky = connectTo(fresh(), async () => {
    if (failures-- > -2) throw new Error('interrupted');
  });
  failures = 0;
  await expect(unlucky()).rejects.toThrow('interrupted');
  await expect(unlucky()).resolves.toBeDefined();
});

it('that cannot be prepared is made anew only where that is allowed', async () => {
  const name = fresh();
  const database = await connectTo(name, nothing)();
  await save(database);
  await expect(connectTo(name, damaged)()).rejects.toThrow(DOMException);
  const asked: unknown[] = [];
  const mayStartOver = async (error: unknown) => (asked.push(error), true);
  const anew = await connectTo(name, damaged, { mayStartOver })();
  expect(await anew.count('library')).toBe(0);
  expect(asked).toEqual([expect.objectContaining({ name: 'UnknownError' })]);
});
