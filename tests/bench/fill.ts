/** Brings made-up papers into the extension, which has no import yet: they are written where an import would. */
import type { Pack } from '../../lib/store/schema';
import { askSearch } from './ask';
import type { Extension } from './browser';
import { makePapers } from './corpus';

const PER_WRITE = 1000;

/** Writes so many papers as a pack of their own, and lets the worker start anew, so that it knows them. */
export async function fillWith(count: number, { desk, afterStop }: Extension): Promise<void> {
  // Whoever asks first has the database made.
  await askSearch(desk, 'anything');
  const papers = [...makePapers(count)];
  // As texts, since Playwright looks at each value of anything else by itself.
  for (let from = 0; from < count; from += PER_WRITE) {
    await desk.evaluate(write, { store: 'papers', json: JSON.stringify(papers.slice(from, from + PER_WRITE)) });
  }
  const pack: Pack = { name: 'made up', digest: String(count), ids: papers.map(({ id }) => id) };
  await desk.evaluate(write, { store: 'packs', json: JSON.stringify([pack]) });

  const { total } = await afterStop(() => askSearch(desk, papers.at(-1)?.title ?? ''));
  if (total === 0) throw new Error('The worker does not know the papers that were written.');
}

/** Runs in a page of the extension. */
async function write({ store, json }: { store: string; json: string }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('manicule');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const transaction = database.transaction(store, 'readwrite');
  for (const record of JSON.parse(json)) transaction.objectStore(store).put(record);
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('abort', () => reject(transaction.error));
  });
  database.close();
}
