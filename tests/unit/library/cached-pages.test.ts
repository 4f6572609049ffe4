import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CachedPages } from '../../../lib/library/packs/cached-pages';
import type { PageRange, SegmentFile } from '../../../lib/segment';
import { memoryPages } from '../search/segment/memory-pages';

/** Some pages, which say how many ranges of them were asked for. */
function counted() {
  const pages = memoryPages();
  for (const key of ['b', 'd', 'f']) pages.put(1, { file: 'terms', key, bytes: new TextEncoder().encode(key) });
  for (const file of ['postings', 'filter'] as const) {
    for (let key = 0; key < 4; key++) pages.put(1, { file, key, bytes: Uint8Array.of(key) });
  }
  for (let number = 100; number < 200; number++) {
    pages.put(2, { file: 'endings', key: `${number}`, bytes: Uint8Array.of(number) });
  }
  let asked = 0;
  const cached = new CachedPages({
    ...pages,
    async read(ranges) {
      asked += ranges.length;
      return pages.read(ranges);
    },
  });
  return { pages, cached, asked: () => asked };
}

const numbers = (file: SegmentFile, from: number, to: number): PageRange => ({ segment: 1, file, from, to });
const words = (from: string, to: string): PageRange => ({ segment: 1, file: 'terms', from, to, andNext: true });

/** Pages are held after the answer: here all that is waited for is done by the next turn. */
const settled = () => setImmediate();

describe('pages that were read', () => {
  it.each<[what: string, first: PageRange, again: PageRange]>([
    ['the same pages', numbers('postings', 1, 2), numbers('postings', 1, 2)],
    ['one of them', numbers('postings', 1, 2), numbers('postings', 2, 2)],
    ['the same word', words('c', 'c'), words('c', 'c')],
    ['a word between two pages', words('a', 'c'), words('bc', 'bd')],
  ])('are not read again: %s', async (_, first, again) => {
    const { pages, cached, asked } = counted();
    await cached.read([first]);
    await settled();
    const expected = await pages.read([again, numbers('postings', 3, 3)]);
    expect(await cached.read([again, numbers('postings', 3, 3)])).toEqual(expected);
    expect(asked()).toBe(2);
  });

  it('are read again where it is all of a file, where the database is another one, and where one was missing', async () => {
    const { pages, cached, asked } = counted();
    const ranges = [numbers('filter', 0, Number.MAX_SAFE_INTEGER), numbers('postings', 3, 4)];
    for (let times = 1; times <= 2; times++) {
      expect(await cached.read(ranges)).toEqual(await pages.read(ranges));
      await settled();
      expect(asked()).toBe(2 * times);
    }
    await cached.read([words('c', 'c')]);
    await settled();
    cached.forget();
    await cached.read([words('c', 'c')]);
    expect(asked()).toBe(6);
  });
});

describe('words that were read ahead', () => {
  const all: PageRange[] = [
    words('a', 'e'),
    words('c', 'c'),
    { segment: 2, file: 'endings', from: '100', to: '199' },
    { segment: 2, file: 'endings', from: '123', to: '147', andNext: true },
  ];

  it('are not read again, whatever of them is asked for', async () => {
    const { pages, cached, asked } = counted();
    await cached.readAhead([1, 2]);
    expect(await cached.read(all)).toEqual(await pages.read(all));
    expect(asked()).toBe(0);
  });

  it('are read when they are asked for, where the database may be another one since', async () => {
    const { pages, cached, asked } = counted();
    const reading = cached.readAhead([1, 2]);
    cached.forget();
    await reading;
    expect(await cached.read(all)).toEqual(await pages.read(all));
    expect(asked()).toBe(all.length);
  });
});
