import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeOfId } from '../../../../lib/arxiv/id-code';
import { ATTEMPTS } from '../../../../lib/search/attempts';
import { parseQuery } from '../../../../lib/search/query/parse';
import { searchSegments } from '../../../../lib/search/segment/search';
import { IDS, papers, queryText } from './generated';
import { historyOf, written } from './history';
import { naiveSearch } from './naive';
import { createPack, NOTHING_KEPT } from './written-pack';
import { memoryPages } from './memory-pages';

/** How a pack came to be. */
const history = historyOf(papers);

const LIMIT = 5;

it('whatever papers are in whatever segments, a search finds and ranks what a look at each of them does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(history, { minLength: 1, maxLength: 2 }),
      fc.array(queryText, { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom(...IDS), { maxLength: 2 }),
      async (histories, texts, keptIds) => {
        const { pages, segments, naive } = await written(histories);
        const leftOut = new Set(keptIds.map(codeOfId));
        for (const query of texts.map(parseQuery)) {
          for (const attempt of ATTEMPTS) {
            const expected = naiveSearch(query, attempt, naive, leftOut);
            const beside = { ...NOTHING_KEPT, isLeftOut: (code: number) => leftOut.has(code) };
            const options = { limit: Infinity, ...beside };
            const { hits, total } = await searchSegments(query, attempt, segments, pages, options);
            expect(hits.map(({ code }) => code).sort()).toEqual([...expected.keys()].sort());
            expect(total).toBe(expected.size);
            for (const { code, score } of hits) {
              const { score: exact = 0, tolerance = 0 } = expected.get(code) ?? {};
              expect(Math.abs(score - exact)).toBeLessThanOrEqual(tolerance);
            }
            expect(hits).toEqual(hits.toSorted((one, other) => other.score - one.score || other.code - one.code));
            const first = await searchSegments(query, attempt, segments, pages, { limit: LIMIT, ...beside });
            expect(first.hits).toEqual(hits.slice(0, LIMIT));
            expect(first.total).toBe(total);
          }
        }
      },
    ),
    { numRuns: 100 },
  );
});

it('no word of a paper, whatever it is, passes for what a filter asks', async () => {
  const pages = memoryPages();
  const pack = createPack('one', pages);
  const words = ['\nyear:2024', '\ncat:cs.CL', '\u0001has:code', '\uffff'];
  await pack.add([{ id: '2512.10001', title: words.join(' '), authors: [], words }]);
  const totals = ['year:2024', 'cat:cs', 'has:code', 'year'].map(async (text) => {
    const options = { limit: 1, ...NOTHING_KEPT };
    return (
      await searchSegments(parseQuery(text), { combine: 'AND', typos: false }, await pack.searched(), pages, options)
    ).total;
  });
  expect(await Promise.all(totals)).toEqual([0, 0, 0, 1]);
});
