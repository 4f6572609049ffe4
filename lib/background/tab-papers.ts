import { browser } from 'wxt/browser';
import type { PaperOnPage } from '../answers';
import { idFromLink } from '../arxiv/link';
import type { Library } from '../library';
import { sendMessage } from '../messages/protocol';
import type { PaperId } from '../paper';
import { papersMeant } from './papers-meant';

/** The papers of a tab, in the order of its page; where no script of ours runs, the one that its address names. */
export async function papersOfTab(library: Library, tabId: number): Promise<PaperOnPage[]> {
  try {
    return (await sendMessage('survey', undefined, tabId)).papers;
  } catch {
    // A PDF viewer and the browser's own pages run no script of ours, but may show a paper.
    const id = paperInAddress(await addressOf(tabId));
    if (id === undefined) return [];
    const { paper, state } = await library.card(id);
    return [{ id, state, ...(paper.title !== id && { title: paper.title }) }];
  }
}

/**
 * The papers that the person may mean in a tab: of its page, else of its address. One of them is the answer; several
 * leave it open.
 */
export async function papersMeantIn(tabId: number): Promise<PaperId[]> {
  try {
    return papersMeant(await sendMessage('survey', undefined, tabId));
  } catch {
    const id = paperInAddress(await addressOf(tabId));
    return id === undefined ? [] : [id];
  }
}

/** The address is told to us only where the person has just called the extension there (`activeTab`). */
async function addressOf(tabId: number): Promise<string | undefined> {
  return (await browser.tabs.get(tabId)).url;
}

function paperInAddress(address: string | undefined): PaperId | undefined {
  return address === undefined ? undefined : idFromLink(address)?.id;
}
