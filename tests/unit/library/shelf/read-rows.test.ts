import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { readRows, readRowsOf } from '../../../../lib/library/shelf/read-rows';
import { connectTo } from '../../../../lib/store/connection';
import { runEdit } from '../../../../lib/store/run-edit';

const idOf = (number: number) => `2511.${10_000 + number}`;
const UNKNOWN = 'hep-th/9901001';

it('all papers that are kept are read, piece by piece, without their long texts', async () => {
  const database = await connectTo('read-rows', async () => undefined)();
  const facts = { authors: ['Ada L'], summary: 'long', abstract: 'long', words: ['long'], comment: 'long' };
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

  expect(await readRowsOf(database, [UNKNOWN, 'hep-th/9901002', idOf(5)])).toEqual([
    byId.get(UNKNOWN),
    byId.get(idOf(5)),
  ]);
});
