import { idFromLink } from '../arxiv/link';
import type { Library } from '../library';
import type { Sender } from '../messages/admission';
import { factsFrom } from '../messages/page-facts';
import { sendMessage } from '../messages/protocol';
import type { PaperId } from '../paper';
import { announce } from './announce';

/**
 * Takes in what the page of a tab says of papers that are kept, and tells everyone. A tab without our script, one that
 * was closed and one that is frozen say nothing, and that is no fault.
 */
export async function learnFromPage(library: Library, tabId: number | undefined, ids: PaperId[]): Promise<void> {
  if (tabId === undefined) return;
  const answer = await sendMessage('facts', ids, tabId).catch(() => []);
  const changed = await library.learn(factsFrom(answer, ids));
  if (changed.length > 0) await announce(library, changed);
}

/**
 * Takes in what an abstract page says that a person has before them, if they keep its paper. Which one that is, the
 * browser says: a page cannot forge its address.
 */
export async function learnFromVisit(library: Library, { url = '', tab }: Sender): Promise<void> {
  const id = idFromLink(url)?.id;
  if (id !== undefined && (await library.card(id)).record) await learnFromPage(library, tab?.id, [id]);
}
