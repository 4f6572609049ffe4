import type { Page, PageSource } from '../../segment';
import { together } from '../atomically';
import type { Connection, Database } from '../connection';

/** The pages of segments as they lie in the database. */
export function pagesIn(connect: Connection): PageSource {
  return {
    async read(ranges) {
      if (ranges.length === 0) return [];
      const { store } = (await connect()).transaction('pages');
      return Promise.all(
        ranges.map(async ({ segment, file, from, to, andNext }) => {
          const [pages, next] = await Promise.all([
            store.getAll(IDBKeyRange.bound([segment, file, from], [segment, file, to])),
            andNext ? store.get(IDBKeyRange.bound([segment, file, to], [segment, file, []], true, true)) : undefined,
          ]);
          return next ? [...pages, next] : pages;
        }),
      );
    },
  };
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
