import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeOfId } from '../../../../lib/arxiv/id-code';
import type { Paper } from '../../../../lib/paper';
import type { Print } from '../../../../lib/print';
import { findPrints, type PrintFound } from '../../../../lib/search/segment/find-prints';
import { DamagedSegment } from '../../../../lib/search/segment/format';
import type { SegmentTable } from '../../../../lib/search/segment/segment-table';
import { writePrints } from '../../../../lib/search/segment/write-prints';
import type { Page } from '../../../../lib/segment';
import { createRandom } from '../../../bench/random';
import { IDS } from './generated';
import { memoryPages } from './memory-pages';
import { createPack } from './written-pack';

/** A paper that carries its fingerprints, of few numbers so that papers share them. */
const paper = fc.record({
  id: fc.constantFrom(...IDS),
  title: fc.constant('A title'),
  authors: fc.constant<string[]>([]),
  prints: fc.array(
    fc.oneof(fc.nat(20), fc.constantFrom(0, 2 ** 31, 2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 })),
    {
      maxLength: 12,
    },
  ),
});
const papers = fc.uniqueArray(paper, { selector: ({ id }) => id, maxLength: 8 });

/** What of a finding tells it from all others. */
function rowOf(segments: readonly SegmentTable[]) {
  return ({ at, paper: number, hash, place }: PrintFound) => `${segments[at]?.ids[number]} ${hash} ${place}`;
}

it('whatever papers are in whatever segments, their fingerprints are found where they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(papers, { minLength: 1, maxLength: 5 }),
      fc.array(fc.record({ from: fc.nat(4), count: fc.integer({ min: 1, max: 5 }) }), { maxLength: 2 }),
      fc.array(fc.constantFrom(...IDS), { maxLength: 3 }),
      async (parts, merges, removed) => {
        const pages = memoryPages();
        const pack = createPack('one', pages, 0);
        const held = new Map<string, Paper>();
        for (const part of parts) {
          await pack.add(part);
          for (const each of part) held.set(each.id, each);
        }
        pack.remove(removed.map(codeOfId));
        for (const id of removed) held.delete(id);
        for (const { from, count } of merges) await pack.merge(from, count);
        const segments = await pack.searched();
        const asked = [...new Set([5, 7, 99, ...parts.flat().flatMap(({ prints }) => prints)])];
        const expected = [...held.values()].flatMap(({ id, prints = [] }) =>
          prints.map((hash, place) => `${codeOfId(id)} ${hash} ${place}`),
        );
        const found = await findPrints(segments, pages, () => new Set(asked));
        expect(found.map(rowOf(segments)).sort()).toEqual(expected.sort());
        expect(await findPrints(segments, pages, () => new Set())).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

/** Thirty fingerprints of a paper, the same for the same number. */
function printsOf(at: number): Print[] {
  const random = createRandom(at + 1);
  return Array.from({ length: 30 }, (_, place) => ({ hash: Math.floor(random.next() * 2 ** 32), place }));
}

/** A segment of so many papers with such fingerprints. */
function large(count: number): { pages: ReturnType<typeof memoryPages>; table: SegmentTable } {
  const pages = memoryPages();
  const all = Array.from({ length: count }, (_, at): Paper => ({ id: String(at), title: '', authors: [] }));
  for (const page of writePrints(all, ({ id }) => printsOf(Number(id)))) if (page) pages.put(1, page);
  const table = {
    head: { number: 1, papers: count, deleted: 0, bytes: 0 },
    ids: new Uint32Array(count),
    norms: new Uint8Array(count),
    deleted: new Uint32Array(),
  };
  return { pages, table };
}

it('in a segment so large that its filter has several pages, few others are read, and all that is there is found', async () => {
  const { pages, table } = large(90_000);
  const filter = pages.of(1).filter(({ file }) => file === 'filter');
  expect(filter.length).toBeGreaterThan(1);
  let read = 0;
  const counting: typeof pages = {
    ...pages,
    async read(ranges) {
      read += ranges.filter(({ file }) => file === 'prints').length;
      return pages.read(ranges);
    },
  };
  const random = createRandom(0);
  const others = Array.from({ length: 5000 }, () => Math.floor(random.next() * 2 ** 32));
  const asked = [...others, ...printsOf(4711).map(({ hash }) => hash)];
  const found = await findPrints([table], counting, () => new Set(asked));
  expect(found.filter(({ paper: number }) => number === 4711)).toHaveLength(30);
  // What the filter lets pass in vain is one in a hundred or so.
  expect(read).toBeLessThan(30 + 5000 / 50);
});

it('a page that is damaged or missing is told', async () => {
  const { pages, table } = large(100);
  const hashes = printsOf(50).map(({ hash }) => hash);
  const all: Page[] = [...pages.of(1)];
  for (const { file, key, bytes } of all) {
    pages.delete(1, file, key);
    await expect(findPrints([table], pages, () => new Set(hashes))).rejects.toThrow(DamagedSegment);
    const wrong = bytes.slice();
    wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
    pages.put(1, { file, key, bytes: wrong });
    await expect(findPrints([table], pages, () => new Set(hashes))).rejects.toThrow(DamagedSegment);
    pages.put(1, { file, key, bytes });
  }
  expect(await findPrints([table], pages, () => new Set(hashes))).toHaveLength(30);
});
