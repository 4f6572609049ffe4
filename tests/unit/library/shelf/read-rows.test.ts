import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { readRows, readRowsOf } from '../../../../lib/library/shelf/read-rows';
import type { Paper } from '../../../../lib/paper';
import { connectTo } from '../../../../lib/store/connection';
import { putPack } from '../../../../lib/store/packs';
import { runEdit } from '../../../../lib/store/run-edit';

const idOf = (number: number) => `2511.${10_000 + number}`;

it('all papers are read, piece by piece, without their long texts', async () => {
  const database = await connectTo('read-rows', async () => undefined)();
  const papers: Paper[] = Array.from({ length: 700 }, (_, at) => ({
    id: idOf(at),
    title: `Paper ${at}`,
    authors: ['Ada L'],
    summary: 'long',
    abstract: 'long',
    words: ['long'],
    comment: 'long',
  }));
  await putPack(database, { name: 'bundled', digest: 'a', papers });
  const unknown = 'hep-th/9901001';
  const changes = [idOf(3), unknown].map((id) => ({ kind: 'save' as const, id }));
  await runEdit(database, { operation: 'keeps-two', changes }, 1);

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
    record: undefined,
    packs: ['bundled'],
  });
  expect(byId.get(idOf(3))?.record?.state).toBe('saved');
  expect(byId.get(unknown)?.paper).toEqual({ id: unknown, title: unknown, authors: [] });

  const asked = [unknown, idOf(5), 'hep-th/9901002'];
  expect(await readRowsOf(database, asked)).toEqual([byId.get(unknown), byId.get(idOf(5))]);
});
