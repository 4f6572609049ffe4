import { browser } from 'wxt/browser';
import type { PaperOnPage, TabPapers } from '../answers';
import { idFromLink } from '../arxiv/link';
import { ExpectedError } from '../errors';
import type { Library } from '../library';
import { sendMessage } from '../messages/protocol';
import type { PaperId } from '../paper';
import { papersMeant } from './papers-meant';

/**
 * The papers of a tab, in the order of its page; where no script of ours runs, the one that its address names.
 *
 * @throws {ExpectedError} where there is no such tab any more.
 */
export async function papersOfTab(library: Library, tabId: number): Promise<TabPapers> {
  try {
    const { papers, host, isMarking } = await sendMessage('survey', undefined, tabId);
    return { papers, host, isMarking, isLoading: false };
  } catch {
    // A PDF viewer and the browser's own pages run no script of ours, but may show a paper.
    const { url, status } = await tabOf(tabId);
    const id = paperInAddress(url);
    const papers = id === undefined ? [] : [await paperAlone(library, id)];
    return { papers, isMarking: false, isLoading: papers.length === 0 && status === 'loading' };
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
    const id = paperInAddress((await tabOf(tabId)).url);
    return id === undefined ? [] : [id];
  }
}

async function paperAlone(library: Library, id: PaperId): Promise<PaperOnPage> {
  const { paper, state } = await library.card(id);
  return { id, state, ...(paper.title !== id && { title: paper.title }) };
}

/** A tab's address is told to us only where the person has just called the extension there (`activeTab`). */
async function tabOf(tabId: number) {
  try {
    return await browser.tabs.get(tabId);
  } catch {
    throw new ExpectedError('This tab was closed.');
  }
}

function paperInAddress(address: string | undefined): PaperId | undefined {
  return address === undefined ? undefined : idFromLink(address)?.id;
}
