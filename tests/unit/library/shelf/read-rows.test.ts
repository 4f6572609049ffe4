import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { readRows, readRowsOf } from '../../../../lib/library/shelf/read-rows';
import type { Paper } from '../../../../lib/paper';
import { connectTo } from '../../../../lib/store/connection';
import { putPack } from '../../../../lib/store/packs';
import { runEdit } from '../../../../lib/store/run-edit';

const idOf = (number: number) => `2511.${10_000 + number}`;
const UNKNOWN = 'hep-th/9901001';

it('all papers that are kept are read, piece by piece, without their long texts', async () => {
  const database = await connectTo('read-rows', async () => undefined)();
  const papers: Paper[] = Array.from({ length: 1000 }, (_, at) => ({
    id: idOf(at),
    title: `Paper ${at}`,
    authors: ['Ada L'],
    summary: 'long',
    abstract: 'long',
    words: ['long'],
    comment: 'long',
  }));
  await putPack(database, { name: 'bundled', digest: 'a', papers });
  const kept = [...papers.slice(0, 700).map(({ id }) => id), UNKNOWN];
  const changes = kept.map((id) => ({ kind: 'save' as const, id }));
  await runEdit(database, { operation: 'keeps-some', changes }, 1);

  const told: number[][] = [];
  const rows = await readRows(database, (...progress) => told.push(progress));
  expect(told).toEqual([
    [500, 701],
    [701, 701],
  ]);
  const byId = new Map(rows.map((row) => [row.paper.id, row]));
  expect([...byId.keys()].sort()).toEqual(kept.toSorted());
  expect(byId.get(idOf(5))).toEqual({
    paper: { id: idOf(5), title: 'Paper 5', authors: ['Ada L'] },
    record: { id: idOf(5), state: 'saved', savedAt: 1 },
  });
  expect(byId.get(UNKNOWN)?.paper).toEqual({ id: UNKNOWN, title: UNKNOWN, authors: [] });

  const asked = [UNKNOWN, idOf(800), 'hep-th/9901002'];
  expect(await readRowsOf(database, asked)).toEqual([
    byId.get(UNKNOWN),
    { paper: { id: idOf(800), title: 'Paper 800', authors: ['Ada L'] }, record: undefined },
  ]);
});
