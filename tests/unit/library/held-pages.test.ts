import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { HeldPages } from '../../../lib/library/packs/held-pages';
import type { PageKey, PageRange, SegmentFile } from '../../../lib/segment';
import { type MemoryPages, memoryPages } from '../search/segment/memory-pages';

/** In bytes, of each page. */
const SIZE = 4;

const segment = fc.integer({ min: 1, max: 2 });
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 });

/** Ranges of a file of two segments, between such keys. */
function rangeIn(file: SegmentFile, key: fc.Arbitrary<PageKey>, andNext: boolean): fc.Arbitrary<PageRange> {
  return fc.tuple(segment, key, key).map(([number, one, other]) => {
    const [from, to] = one < other ? [one, other] : [other, one];
    return { segment: number, file, from, to, andNext };
  });
}

const range = fc.oneof(rangeIn('terms', word, true), rangeIn('postings', fc.nat({ max: 9 }), false));

/** Two segments, each with pages that go by some words and with ten that are counted; no two pages are the same. */
const files = fc.uniqueArray(word, { maxLength: 12 }).map((words) => {
  const pages = memoryPages();
  let count = 0;
  const put = (number: number, file: SegmentFile, key: PageKey) =>
    pages.put(number, { file, key, bytes: new Uint8Array(Uint32Array.of(count++).buffer) });
  for (const number of [1, 2]) {
    for (const key of words) put(number, 'terms', key);
    for (let key = 0; key < 10; key++) put(number, 'postings', key);
  }
  return pages;
});

/** One page of those that are counted. */
const page = (key: number): PageRange => ({ segment: 1, file: 'postings', from: key, to: key });

async function hold(held: HeldPages, pages: MemoryPages, meant: PageRange): Promise<void> {
  const [[keys = []], [read = []]] = await Promise.all([pages.keys([meant]), pages.read([meant])]);
  held.hold(meant, keys, read);
}

async function readFrom(pages: MemoryPages, meant: PageRange): Promise<Uint8Array[] | undefined> {
  return (await pages.read([meant]))[0];
}

it('gives the pages of a range as they lie in their file, or says that it has not all of them', async () => {
  await fc.assert(
    fc.asyncProperty(
      files,
      fc.array(range, { maxLength: 20 }),
      fc.array(range),
      fc.nat(30),
      async (pages, read, asked, room) => {
        const held = new HeldPages(room * SIZE);
        for (const one of read) await hold(held, pages, one);
        for (const one of [...read, ...asked]) {
          expect([undefined, await readFrom(pages, one)]).toContainEqual(held.find(one));
        }
      },
    ),
  );
});

it('has every range within one that was read, as long as there is room, unless it goes on to the end of a file', async () => {
  await fc.assert(
    fc.asyncProperty(files, range, range, async (pages, read, asked) => {
      const within = { ...read, from: asked.from, to: asked.to };
      fc.pre(asked.file === read.file && asked.from >= read.from && asked.to <= read.to);
      const [keys = []] = await pages.keys([read]);
      fc.pre(!read.andNext || (keys.at(-1) ?? '') > read.to);
      const held = new HeldPages(100 * SIZE);
      await hold(held, pages, read);
      expect(held.find(within)).toEqual(await readFrom(pages, within));
    }),
  );
});

it('holds no more than it has room for, and lets those pages go that were asked for longest ago', async () => {
  const pages = memoryPages();
  for (let key = 0; key < 10; key++) pages.put(1, { file: 'postings', key, bytes: Uint8Array.of(key) });
  const held = new HeldPages(3);
  const heldOf = () => Array.from({ length: 10 }, (_, key) => key).filter((key) => held.find(page(key)));
  for (const key of [0, 1, 2]) await hold(held, pages, page(key));
  held.find(page(0));
  await hold(held, pages, page(3));
  expect(heldOf()).toEqual([0, 2, 3]);
  await hold(held, pages, { ...page(5), to: 9 });
  expect(heldOf()).toEqual([7, 8, 9]);
});
