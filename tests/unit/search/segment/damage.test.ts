import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ATTEMPTS } from '../../../../lib/search/attempts';
import { parseQuery } from '../../../../lib/search/query/parse';
import { DamagedSegment } from '../../../../lib/search/segment/format';
import { searchSegments } from '../../../../lib/search/segment/search';
import { papers, queryText } from './generated';
import { memoryPages } from './memory-pages';
import { createPack, NOTHING_KEPT } from './written-pack';

const harm = fc.record({
  page: fc.nat(),
  how: fc.constantFrom('lost', 'cut', 'altered'),
  at: fc.nat(),
  difference: fc.integer({ min: 1, max: 255 }),
});

const outcomeOf = async <Result>(made: Promise<Result>): Promise<Result | 'damaged'> => {
  try {
    return await made;
  } catch (error) {
    if (error instanceof DamagedSegment) return 'damaged';
    throw error;
  }
};

it('of which a page is not as it was written, a segment is searched and merged as before or said to be damaged', async () => {
  await fc.assert(
    fc.asyncProperty(papers, fc.array(queryText, { minLength: 1, maxLength: 4 }), harm, async (all, texts, harmed) => {
      const pages = memoryPages();
      const pack = createPack('one', pages);
      await pack.add(all);
      const searched = async () => {
        const segments = await pack.searched();
        const options = { limit: Infinity, ...NOTHING_KEPT };
        const found = texts.flatMap((text) =>
          ATTEMPTS.map((attempt) => outcomeOf(searchSegments(parseQuery(text), attempt, segments, pages, options))),
        );
        return Promise.all(found);
      };
      const expected = await searched();
      const written = pages.of(1);
      fc.pre(written.length > 0);
      const page = written[harmed.page % written.length];
      if (!page) return;
      const { file, key } = page;
      const bytes = page.bytes.slice();
      const at = harmed.at % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ harmed.difference;
      if (harmed.how === 'lost') pages.delete(1, file, key);
      else pages.put(1, { file, key, bytes: harmed.how === 'cut' ? bytes.slice(0, at) : bytes });

      const found = await outcomeOf(searched());
      for (const [place, each] of expected.entries()) {
        expect(['damaged', each]).toContainEqual(found === 'damaged' ? found : found[place]);
      }
      // Whoever makes another segment of it reads all of it but the ids, which are at hand.
      expect(file === 'ids' ? 'damaged' : await outcomeOf(pack.merge(0, 1))).toBe('damaged');
    }),
    { numRuns: 200 },
  );
});
