import type { Paper } from '../../paper';
import { PLACES_IN_PAGE } from '../../search/segment/format';
import { placeIn } from '../../search/segment/tables';
import type { PageSource } from '../../segment';
import type { Database } from '../../store/connection';
import { firstDocument, readDocuments } from '../../store/packs/documents';
import type { Spot } from './tables';

/** The papers that lie at these spots, in their order; undefined where one has been replaced meanwhile. */
export async function papersAt(
  database: Database,
  pages: PageSource,
  spots: readonly Spot[],
): Promise<(Paper | undefined)[]> {
  return readDocuments(database, await documentsAt(pages, spots));
}

/** The numbers of the documents of the papers at these spots, in their order. */
export async function documentsAt(pages: PageSource, spots: readonly Spot[]): Promise<number[]> {
  const read = new Map(
    spots.map(({ segment, paper }) => {
      const page = Math.floor(paper / PLACES_IN_PAGE);
      return [`${segment} ${page}`, { segment, file: 'places' as const, from: page, to: page }];
    }),
  );
  const found = await pages.read([...read.values()]);
  const pageOf = new Map([...read.keys()].map((name, at) => [name, found[at]?.[0]]));
  return spots.map(({ pack, segment, paper }) => {
    const page = pageOf.get(`${segment} ${Math.floor(paper / PLACES_IN_PAGE)}`);
    return firstDocument(pack) + placeIn(segment, page, paper % PLACES_IN_PAGE);
  });
}
