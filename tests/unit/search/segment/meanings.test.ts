import { expect, it } from 'vitest';
import type { Paper } from '../../../../lib/paper';
import { parseQuery } from '../../../../lib/search/query/parse';
import { searchSegments } from '../../../../lib/search/segment/search';
import { makeId } from '../../../bench/corpus';
import { memoryPages } from './memory-pages';
import { createPack, NOTHING_KEPT } from './written-pack';

it('a word with which very many begin stands for itself and for those that most papers have', async () => {
  const papers: Paper[] = Array.from({ length: 600 }, (_, at) => ({
    id: makeId(at),
    title: `d${at} ${at < 100 ? 'data' : ''}`,
    authors: [],
  }));
  const rare: Paper = { id: makeId(600), title: 'd', authors: [] };
  const pages = memoryPages();
  const pack = createPack('one', pages);
  await pack.add([...papers, rare]);
  const options = { limit: 1, ...NOTHING_KEPT };
  const segments = await pack.searched();
  const attempt = { combine: 'AND', typos: false } as const;
  const { terms, total } = await searchSegments(parseQuery('d'), attempt, segments, pages, options);
  expect(terms.size).toBe(400);
  expect([...terms.keys()]).toEqual(expect.arrayContaining(['d', 'data']));
  expect(total).toBeGreaterThan(400);
  expect((await searchSegments(parseQuery('d5'), attempt, segments, pages, options)).total).toBe(111);
});
