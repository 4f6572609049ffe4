import type { Pace } from '../pace';
import type { Database } from './connection';

/** The name under which the pace lies. */
const PACE = 'pace';

/** Undefined where arXiv was never asked. */
export async function readPace(database: Database): Promise<Pace | undefined> {
  return (await database.get('meta', PACE)) as Pace | undefined;
}

/** Resolves when it is on disk. */
export async function putPace(database: Database, pace: Pace): Promise<void> {
  const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(pace, PACE), transaction.done]);
}
