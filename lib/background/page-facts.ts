import { idFromLink } from '../arxiv/link';
import { type Edit, type EditOutcome, newOperation } from '../edit';
import type { Library } from '../library';
import type { Sender } from '../messages/admission';
import { factsFrom } from '../messages/page-facts';
import { sendMessage } from '../messages/protocol';
import type { PaperId } from '../paper';
import { makeEdit } from './make-edit';

/** Makes an edit that was asked for in a tab; what its page says of the papers that are saved is taken in after that. */
export async function makeEditInTab(
  library: Library,
  edit: Edit,
  { url, tabId }: { url: string | undefined; tabId: number | undefined },
): Promise<EditOutcome> {
  const outcome = await makeEdit(library, edit, url);
  // Not waited for: the papers are saved whatever the page says, and whenever.
  if (outcome.added.length > 0) learnFromPage(library, tabId, outcome.added).catch(() => undefined);
  return outcome;
}

/**
 * Takes in what the page of a tab says of papers that are kept, and tells everyone. A tab without our script, one that
 * was closed and one that is frozen say nothing, and that is no fault.
 */
export async function learnFromPage(library: Library, tabId: number | undefined, ids: PaperId[]): Promise<void> {
  if (tabId === undefined) return;
  const answer = await sendMessage('facts', ids, tabId).catch(() => []);
  const changes = factsFrom(answer, ids).map(({ id, ...facts }) => ({ kind: 'told' as const, id, facts }));
  if (changes.length > 0) await makeEdit(library, { operation: newOperation(), changes });
}

/**
 * Takes in what an abstract page says that a person has before them, if they keep its paper. Which one that is, the
 * browser says: a page cannot forge its address.
 */
export async function learnFromVisit(library: Library, { url = '', tab }: Sender): Promise<void> {
  const id = idFromLink(url)?.id;
  if (id !== undefined && (await library.card(id)).record) await learnFromPage(library, tab?.id, [id]);
}
