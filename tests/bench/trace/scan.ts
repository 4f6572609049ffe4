/**
 * The count of a phrase without an index: a look at each paper of the database, as fast as that can be done. This runs in
 * the worker of the extension.
 */
import type { Paper } from '../../../lib/paper';
import { phrase } from '../../../lib/search/query/phrase';

/** So many papers are read at one go. */
const AT_ONCE = 2000;

/** What came of a scan, and how many milliseconds it took. */
export interface Scanned {
  papers: number;
  places: number;
  took: number;
}

/** Counts a phrase in the papers of all packs. */
export async function scan(text: string): Promise<Scanned> {
  const begun = performance.now();
  const asked = phrase(text);
  if (!asked) throw new Error(`There is no word in "${text}".`);
  const database = await settled(indexedDB.open('manicule'));
  let [papers, places] = [0, 0];
  let after: IDBKeyRange | undefined;
  for (;;) {
    const store = database.transaction('documents').objectStore('documents');
    const [keys, documents] = await Promise.all([
      settled(store.getAllKeys(after, AT_ONCE)),
      settled<Paper[]>(store.getAll(after, AT_ONCE)),
    ]);
    for (const paper of documents) {
      if (!asked.isMetBy({ paper })) continue;
      papers++;
      places += asked.placesIn(paper);
    }
    const last = keys.at(-1);
    if (last === undefined) break;
    after = IDBKeyRange.lowerBound(last, true);
  }
  database.close();
  return { papers, places, took: performance.now() - begun };
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
