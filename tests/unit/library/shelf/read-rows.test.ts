import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createPacks } from '../../../../lib/library/packs';
import { readRows, readRowsOf } from '../../../../lib/library/shelf/read-rows';
import { connectTo } from '../../../../lib/store/connection';
import { runEdit } from '../../../../lib/store/run-edit';

const idOf = (number: number) => `2511.${10_000 + number}`;
const UNKNOWN = 'hep-th/9901001';

it('all papers that are kept are read, piece by piece, without their long texts', async () => {
  const connect = connectTo('read-rows', async () => undefined);
  const packs = createPacks(connect, () => 1);
  const database = await connect();
  const facts = { authors: ['Ada L'], summary: 'long', abstract: 'long', words: ['long'], comment: 'long' };
  const intake = await packs.begin({ name: 'mine', isWhole: true });
  await packs.add(
    intake,
    0,
    [5, 900].map((number) => ({ id: idOf(number), title: `In a pack ${number}`, ...facts })),
  );
  await packs.end(intake);
  const changes = Array.from({ length: 700 }, (_, at) => ({
    kind: 'save' as const,
    id: idOf(at),
    facts: { title: `Paper ${at}`, ...facts },
  }));
  await runEdit(database, { operation: 'keeps-many', changes: [...changes, { kind: 'save', id: UNKNOWN }] }, 1);

  const told: number[][] = [];
  const rows = await readRows(database, (...progress) => told.push(progress));
  expect(told).toEqual([
    [500, 701],
    [701, 701],
  ]);
  const byId = new Map(rows.map((row) => [row.paper.id, row]));
  expect(byId.size).toBe(701);
  expect(byId.get(idOf(5))).toEqual({
    paper: { id: idOf(5), title: 'Paper 5', authors: ['Ada L'] },
    record: { id: idOf(5), state: 'saved', savedAt: 1 },
  });
  expect(byId.get(UNKNOWN)?.paper).toEqual({ id: UNKNOWN, title: UNKNOWN, authors: [] });

  const asked = [UNKNOWN, idOf(900), 'hep-th/9901002'];
  const inPack = { paper: { id: idOf(900), title: 'In a pack 900', authors: ['Ada L'] } };
  expect(await readRowsOf(database, packs, asked)).toEqual([byId.get(UNKNOWN), { ...inPack, record: undefined }]);
});
