import type { Paper, PaperId } from '../paper';
import type { Writing } from './atomically';

/** Writes what is known of a kept paper; what was made of its facts before holds no longer. */
export async function writeFacts(transaction: Writing, id: PaperId, paper: Paper | undefined): Promise<void> {
  await transaction.objectStore('prints').delete(id);
  const papers = transaction.objectStore('papers');
  await (paper ? papers.put(paper) : papers.delete(id));
}
