import type { IDBPObjectStore } from 'idb';
import type { Page, PageKey, PageRange, PageSource, SegmentFile } from '../../segment';
import { together } from '../atomically';
import type { Connection, Database } from '../connection';
import type { Schema } from '../schema';

type PageStore = IDBPObjectStore<Schema, ['pages'], 'pages'>;

/** The pages of segments as they lie in the database. */
export interface StoredPages extends PageSource {
  /** By what the pages of each of these ranges go, in order. */
  keys(ranges: readonly PageRange[]): Promise<PageKey[][]>;
  /** The first of the pages of a file of a segment from a key on, so many of them or what there is. */
  some(segment: number, file: SegmentFile, from: PageKey, count: number): Promise<Page[]>;
}

export function pagesIn(connect: Connection): StoredPages {
  return {
    read: (ranges) =>
      each(connect, ranges, async (store, meant, next) => {
        const [pages, more] = await Promise.all([store.getAll(meant), next && store.get(next)]);
        return more ? [...pages, more] : pages;
      }),
    keys: (ranges) =>
      each(connect, ranges, async (store, meant, next) => {
        const [keys, more] = await Promise.all([store.getAllKeys(meant), next && store.getKey(next)]);
        return (more ? [...keys, more] : keys).map(([, , key]) => key);
      }),
    async some(segment, file, from, count) {
      const { store } = (await connect()).transaction('pages');
      const range = IDBKeyRange.bound([segment, file, from], [segment, file, []]);
      const [keys, pages] = await Promise.all([store.getAllKeys(range, count), store.getAll(range, count)]);
      return keys.flatMap(([, , key], at) => (pages[at] ? [{ file, key, bytes: pages[at] }] : []));
    },
  };
}

/**
 * Asks the store of pages for each of these ranges, for all of them at one moment.
 *
 * @param ask is given the keys that are meant, and those of which the first is wanted too.
 */
async function each<Result>(
  connect: Connection,
  ranges: readonly PageRange[],
  ask: (store: PageStore, meant: IDBKeyRange, next: IDBKeyRange | undefined) => Promise<Result>,
): Promise<Result[]> {
  if (ranges.length === 0) return [];
  const { store } = (await connect()).transaction('pages');
  return Promise.all(
    ranges.map(({ segment, file, from, to, andNext }) =>
      ask(
        store,
        IDBKeyRange.bound([segment, file, from], [segment, file, to]),
        andNext ? IDBKeyRange.bound([segment, file, to], [segment, file, []], true, true) : undefined,
      ),
    ),
  );
}

/** Writes pages of a segment that nothing refers to yet. */
export async function writePages(database: Database, segment: number, pages: readonly Page[]): Promise<void> {
  await together(database, ['pages'], 'relaxed', async (transaction) => {
    const store = transaction.objectStore('pages');
    await Promise.all(pages.map(async ({ file, key, bytes }) => store.put(bytes, [segment, file, key])));
  });
}

/** All pages of a segment. */
export function pagesOf(segment: number): IDBKeyRange {
  return IDBKeyRange.bound([segment], [segment, []]);
}
