import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedSegment } from '../../../../lib/search/segment/format';
import { WordPagesWriter, wordsBetween } from '../../../../lib/search/segment/word-pages';
import { type MemoryPages, memoryPages } from './memory-pages';

/** So long that few fill a page. */
const word = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', 'b', 'é', '日', '\0', '\ud83d'), minLength: 1 }), fc.nat(500))
  .map(([letters, length]) => letters + letters.slice(-1).repeat(length));
const words = fc.uniqueArray(word, { maxLength: 60 }).map((all) => all.toSorted());

function written(all: readonly string[]): MemoryPages {
  const pages = memoryPages();
  const writer = new WordPagesWriter('terms');
  for (const each of all) {
    writer.add(each);
    const page = writer.full();
    if (page) pages.put(1, page);
  }
  for (const page of writer.end()) pages.put(1, page);
  return pages;
}

async function between(pages: MemoryPages, from: string, to: string): Promise<string[]> {
  const [read = []] = await pages.read([{ segment: 1, file: 'terms', from, to, andNext: true }]);
  return [...wordsBetween(1, read, from, to)];
}

describe('words in order', () => {
  it('are found from any one to any other', async () => {
    await fc.assert(
      fc.asyncProperty(words, word, word, async (all, one, other) => {
        const [from = '', to = ''] = [one, other].sort();
        const pages = written(all);
        expect(await between(pages, from, to)).toEqual(all.filter((each) => from <= each && each <= to));
        expect(await between(pages, from, from)).toEqual(all.filter((each) => each === from));
      }),
    );
  });

  it('of which a page is missing are missed by whoever looks where it was, and by nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(words, word, word, fc.nat(), async (all, one, other, at) => {
        const [from = '', to = ''] = [one, other].sort();
        const pages = written(all);
        const meant = all.filter((each) => from <= each && each <= to);
        const keys = pages.of(1).map(({ key }) => String(key));
        const lost = keys[at % keys.length] ?? '';
        const before = keys[(at % keys.length) - 1];
        pages.delete(1, 'terms', lost);
        const isMissed = from <= lost && (before === undefined || to > before);
        const found = await between(pages, from, to).catch((error: unknown) => error);
        expect(found instanceof DamagedSegment ? 'missed' : found).toEqual(isMissed ? 'missed' : meant);
      }),
      { numRuns: 500 },
    );
  });

  it('take as many pages as they fill', () => {
    const all = Array.from({ length: 9000 }, (_, at) => `word${10_000 + at}`);
    expect(written(all).of(1).length).toBeGreaterThan(4);
    expect(written([]).of(1)).toHaveLength(1);
  });
});
