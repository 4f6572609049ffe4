import { together } from '../atomically';
import type { Database } from '../connection';
import type { Leftover } from '../schema';
import { batchesOf } from './intakes';
import { pagesOf } from './pages';

/** So many documents go at once that nobody waits for it. */
const AT_ONCE = 2000;

/**
 * Clears away what was replaced or taken back, a little at a time. Safe to interrupt and to repeat.
 *
 * @param writing the number of the segment that is being written meanwhile, if there is one: until something refers to it,
 *   it is left over.
 */
export async function clearLeftovers(database: Database, writing: number | undefined): Promise<void> {
  for (const key of await database.getAllKeys('leftovers')) {
    const leftover = await database.get('leftovers', key);
    if (leftover && 'segment' in leftover && leftover.segment === writing) continue;
    if (leftover) await clear(database, leftover);
    await database.delete('leftovers', key);
  }
}

async function clear(database: Database, leftover: Leftover): Promise<void> {
  if ('segment' in leftover) return database.delete('pages', pagesOf(leftover.segment));
  if ('intake' in leftover) return database.delete('batches', batchesOf(leftover.intake));
  if ('range' in leftover) {
    const [from, to] = leftover.range;
    for (let at = from; at < to; at += AT_ONCE) {
      await database.delete('documents', IDBKeyRange.bound(at, Math.min(at + AT_ONCE, to), false, true));
    }
    return;
  }
  for (let at = 0; at < leftover.documents.length; at += AT_ONCE) {
    const numbers = leftover.documents.slice(at, at + AT_ONCE);
    await together(database, ['documents'], 'relaxed', async (transaction) => {
      const documents = transaction.objectStore('documents');
      await Promise.all(numbers.map(async (number) => documents.delete(number)));
    });
  }
}
