import type { Paper, PaperId } from '../paper';
import type { Writing } from './atomically';

/**
 * Writes what is known of a paper that is kept from now on, or of which something else is known; what was made of its
 * facts before holds no longer.
 */
export async function writeFacts(transaction: Writing, id: PaperId, paper: Paper | undefined): Promise<void> {
  await transaction.objectStore('prints').delete(id);
  await transaction.objectStore('loose').put({ id });
  const papers = transaction.objectStore('papers');
  await (paper ? papers.put(paper) : papers.delete(id));
}

/** Forgets what is known of a paper that is not kept any more. */
export async function forgetFacts(transaction: Writing, id: PaperId): Promise<void> {
  for (const store of ['papers', 'loose', 'prints'] as const) await transaction.objectStore(store).delete(id);
}
