import { browser } from 'wxt/browser';
import type { PaperCard, PaperOnPage, TabPapers } from '../answers';
import { idFromLink } from '../arxiv/link';
import { ExpectedError } from '../errors';
import type { Library } from '../library';
import { sendMessage } from '../messages/protocol';
import type { PaperId } from '../paper';
import type { ListedPassage, PassageOnPage } from '../passage';
import { papersMeant } from './papers-meant';

/**
 * The papers of a tab, in the order of its page; where no script of ours runs, the one that its address names.
 *
 * @throws {ExpectedError} where there is no such tab any more.
 */
export async function papersOfTab(library: Library, tabId: number): Promise<TabPapers> {
  try {
    const { papers, host, isMarking, passages } = await sendMessage('survey', undefined, tabId);
    return {
      papers: await withFacts(library, papers),
      host,
      isMarking,
      isLoading: false,
      ...(passages && { passages: await listed(library, passages) }),
    };
  } catch {
    // A PDF viewer and the browser's own pages run no script of ours, but may show a paper.
    const { url, status } = await tabOf(tabId);
    const id = paperInAddress(url);
    const papers = await withFacts(library, id === undefined ? [] : [{ id, state: 'unsaved' }]);
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

/** The passages of a page as a list has them: the longest first, of equals what fewest papers have. */
async function listed(library: Library, passages: readonly PassageOnPage[]): Promise<ListedPassage[]> {
  const inOrder = passages.toSorted((a, b) => b.words - a.words || a.papers.length - b.papers.length);
  const ids = [...new Set(inOrder.flatMap(({ papers }) => papers))];
  const known = await withFacts(
    library,
    ids.map((id) => ({ id, state: 'unsaved' })),
  );
  const paperOf = new Map(known.map((paper) => [paper.id, paper]));
  return inOrder.map((passage) =>
    Object.assign({}, passage, { papers: passage.papers.flatMap((id) => paperOf.get(id) ?? []) }),
  );
}

/** Adds what a list shows of papers: a page knows no more of them than their states and titles. */
async function withFacts(library: Library, papers: readonly PaperOnPage[]): Promise<PaperOnPage[]> {
  const cards = await library.cards(papers.map(({ id }) => id));
  return papers.map((paper, at) => Object.assign({}, paper, factsIn(cards[at])));
}

function factsIn(card: PaperCard | undefined): Partial<PaperOnPage> {
  if (!card) return {};
  const { id, title, authors, venue, published } = card.paper;
  return {
    state: card.state,
    ...(title !== id && { title }),
    authors,
    ...(venue !== undefined && { venue }),
    ...(published !== undefined && { published }),
  };
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
