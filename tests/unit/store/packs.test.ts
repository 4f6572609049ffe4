import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Paper } from '../../../lib/paper';
import { connectTo } from '../../../lib/store/connection';
import { readAll, readKnown } from '../../../lib/store/known';
import { getPack, putPack } from '../../../lib/store/packs';
import { runEdit } from '../../../lib/store/run-edit';

let count = 0;
const open = () => connectTo(`packs-${count++}`, async () => undefined)();
const paper = (number: number, title: string): Paper => ({ id: `2511.${10_000 + number}`, title, authors: [] });

it('a newer pack writes only what changed and drops only what nobody keeps', async () => {
  const database = await open();
  const before = [paper(1, 'same'), paper(2, 'old'), paper(3, 'left'), paper(4, 'left, kept')];
  const put = (digest: string, papers: Paper[]) => putPack(database, { name: 'bundled', digest, papers });
  expect((await put('a', before)).written).toHaveLength(4);
  const change = { kind: 'save', id: paper(4, '').id, state: 'read' } as const;
  await runEdit(database, { operation: 'keeps the fourth', changes: [change] }, 1);
  expect(await put('b', [paper(1, 'same'), paper(2, 'new'), paper(5, 'came')])).toEqual({
    written: [paper(2, '').id, paper(5, '').id],
    dropped: [paper(3, '').id],
  });
  const titles = (await readAll(database)).map((known) => known.paper?.title);
  expect(titles.sort()).toEqual(['came', 'left, kept', 'new', 'same']);
  expect((await getPack(database, 'bundled'))?.digest).toBe('b');
  const ids = [1, 2, 3, 4, 5].map((number) => paper(number, '').id);
  const states = (await readKnown(database, ids)).map(({ state }) => state);
  expect(states).toEqual(['indexed', 'indexed', undefined, 'read', 'indexed']);
});

it('whatever packs follow each other, the papers are those of the last', async () => {
  const papers = fc.uniqueArray(fc.record({ number: fc.integer({ min: 0, max: 8 }), title: fc.string() }), {
    selector: ({ number }) => number,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(papers, { minLength: 1, maxLength: 5 }), async (versions) => {
      const database = await open();
      for (const [at, version] of versions.entries()) {
        const content = version.map(({ number, title }) => paper(number, title));
        await putPack(database, { name: 'bundled', digest: `${at}`, papers: content });
      }
      const last = versions.at(-1)?.map(({ number, title }) => paper(number, title)) ?? [];
      expect((await readAll(database)).map((known) => known.paper)).toEqual(last);
      expect(await database.count('papers')).toBe(last.length);
    }),
    { numRuns: 30 },
  );
});

it('of a paper is known by name which packs have it', async () => {
  const database = await open();
  await putPack(database, { name: 'bundled', digest: 'a', papers: [paper(1, 'in both'), paper(2, 'in one')] });
  await putPack(database, { name: 'mine', digest: 'a', papers: [paper(1, 'in both')] });
  await runEdit(database, { operation: 'keeps the third', changes: [{ kind: 'save', id: paper(3, '').id }] }, 1);
  const ids = [1, 2, 3].map((number) => paper(number, '').id);
  const packs = [['bundled', 'mine'], ['bundled'], []];
  expect((await readKnown(database, ids)).map((known) => known.packs)).toEqual(packs);
  expect((await readAll(database)).map((known) => known.packs)).toEqual(packs);
});
