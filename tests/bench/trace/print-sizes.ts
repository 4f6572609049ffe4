/** What fingerprints take on disk. This runs in a page of the extension. */
import type { Pack, Schema } from '../../../lib/store/schema';
import { settled } from './documents';

type Stored = Schema['pages']['value'];

/** In bytes, of the segments of all packs. */
export async function bytesOfPrints(): Promise<number> {
  const database = await settled(indexedDB.open('manicule'));
  const packs = await settled<Pack[]>(database.transaction('packs').objectStore('packs').getAll());
  let bytes = 0;
  for (const { number } of packs.flatMap(({ segments }) => segments)) {
    for (const file of ['prints', 'filter']) {
      const range = IDBKeyRange.bound([number, file], [number, file, []]);
      const pages = await settled<Stored[]>(database.transaction('pages').objectStore('pages').getAll(range));
      bytes += pages.reduce((sum, { length }) => sum + length, 0);
    }
  }
  database.close();
  return bytes;
}
