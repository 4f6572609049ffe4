/** All papers of the packs, as whoever has no index must read them; as fast as that can be done. */
import type { Paper } from '../../../lib/paper';

/** So many papers are read at one go. */
const AT_ONCE = 2000;

/** Calls back for each paper. */
export async function eachDocument(look: (paper: Paper) => void): Promise<void> {
  const database = await settled(indexedDB.open('manicule'));
  let after: IDBKeyRange | undefined;
  for (;;) {
    const store = database.transaction('documents').objectStore('documents');
    const [keys, documents] = await Promise.all([
      settled(store.getAllKeys(after, AT_ONCE)),
      settled<Paper[]>(store.getAll(after, AT_ONCE)),
    ]);
    documents.forEach(look);
    const last = keys.at(-1);
    if (last === undefined) break;
    after = IDBKeyRange.lowerBound(last, true);
  }
  database.close();
}

/** What a request to the database comes to. */
export function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
