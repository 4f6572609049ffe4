import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { expect, it } from 'vitest';
import { isExpected } from '../../../lib/errors';
import { connectTo } from '../../../lib/store/connection';
import { MIGRATIONS } from '../../../lib/store/migrations';
import { putRecord } from '../../../lib/store/library';

const RECORD = { id: '2511.07317', state: 'saved', savedAt: 1 } as const;
const withOneMore = [...MIGRATIONS, (database: IDBDatabase) => void database.createObjectStore('more')];
const nothing = async () => undefined;
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
  await putRecord(await older(), RECORD);
  const newer = connectTo(name, nothing, withOneMore);
  expect(await (await newer()).get('library', RECORD.id)).toEqual(RECORD);
  // What is old cannot open what is new: a clear failure, not a second database.
  await expect(older()).rejects.toThrow(/version/);
});

it('is opened anew after its database was taken away', async () => {
  const name = fresh();
  const connect = connectTo(name, nothing);
  await putRecord(await connect(), RECORD);
  await deleteDB(name);
  expect(await (await connect()).count('library')).toBe(0);
});

it('that an older window blocks is an error that says so, and opens when the window is gone', async () => {
  const name = fresh();
  await (await connectTo(name, nothing)()).close();
  const window = await openDB(name, MIGRATIONS.length);
  const connect = connectTo(name, nothing, withOneMore);
  const refusal = await connect().catch((error: unknown) => error);
  expect(isExpected(refusal)).toBe(true);
  window.close();
  expect([...(await connect()).objectStoreNames]).toContain('more');
});

it('that could not be prepared is prepared again the next time', async () => {
  let failures = 1;
  const connect = connectTo(fresh(), async () => {
    if (failures-- > 0) throw new Error('interrupted');
  });
  await expect(connect()).rejects.toThrow('interrupted');
  await expect(connect()).resolves.toBeDefined();
});
