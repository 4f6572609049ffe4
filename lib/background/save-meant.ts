import type { Notice } from '../answers';
import { newOperation } from '../edit';
import type { Library } from '../library';
import { nameOf, type PaperId } from '../paper';
import { makeEdit } from './make-edit';
import { learnFromPage } from './page-facts';
import { reasonOf } from './reason';
import { papersMeantIn } from './tab-papers';
import { type Tab, tell } from './tell';

/** Saves the paper that a person means in a tab, and tells them there what came of it. */
export async function savePaperMeant(library: Library, tab: Tab): Promise<void> {
  if (tab.id === undefined) return;
  const [id, ...others] = await papersMeantIn(tab.id);
  if (id !== undefined && others.length === 0) await savePaper(library, id, tab);
  else await tell(tab, { kind: 'problem', text: whichOne(id === undefined ? 0 : others.length + 1) });
}

/** Saves one paper on behalf of a tab, and tells there what came of it. A paper that is kept stays as it is. */
export async function savePaper(library: Library, id: PaperId, tab: Tab): Promise<void> {
  await tell(tab, await save(library, id, tab));
}

async function save(library: Library, id: PaperId, { id: tabId, url }: Tab): Promise<Notice> {
  try {
    const { paper, record } = await library.card(id);
    if (record) return { kind: 'done', text: `Already in your library: ${nameOf(paper)}` };
    const edit = { operation: newOperation(), changes: [{ kind: 'save' as const, id }] };
    await makeEdit(library, edit, url);
    // The same page is to show the notice: if it does not answer, that would not be seen either.
    await learnFromPage(library, tabId, [id]);
    const { paper: saved } = await library.card(id);
    return { kind: 'done', text: `Saved: ${nameOf(saved)}` };
  } catch (error) {
    return { kind: 'problem', text: `Not saved. ${reasonOf(error)}` };
  }
}

function whichOne(candidates: number): string {
  return candidates === 0
    ? 'No paper was found here. Select an arXiv id, or open the page of a paper.'
    : `This page names ${candidates} papers. Go to the link or the hand of the one you mean, or open Manicule.`;
}
