import type { Notice } from '../answers';
import { ExpectedError } from '../errors';
import type { Library } from '../library';
import { sendMessage } from '../messages/protocol';
import { nameOf } from '../paper';
import { MAX_TRACED, NO_PASSAGE } from '../passage';
import { reasonOf } from './reason';
import { type Tab, tell } from './tell';

/**
 * Has the page of a tab traced, and gives how many passages were found.
 *
 * @throws {ExpectedError} where the page does not answer, as one that was open before an update.
 */
export async function tracePage(tabId: number): Promise<number> {
  try {
    return await sendMessage('traceHere', 'page', tabId);
  } catch {
    throw new ExpectedError('Reload it, and trace it again.');
  }
}

/**
 * Brings a passage of a tab's page before the person's eyes.
 *
 * @throws {ExpectedError} where it is not there any more.
 */
export async function showPassage(tabId: number, passage: number): Promise<void> {
  try {
    await sendMessage('scrollToPassage', passage, tabId);
  } catch {
    throw new ExpectedError('The page has changed. Trace it again.');
  }
}

/**
 * Traces what is selected in a tab, and tells the person there what came of it.
 *
 * @param given what is selected, where the browser says so.
 */
export async function traceSelection(library: Library, tab: Tab, given?: string): Promise<void> {
  await tell(tab, await trace(library, tab, given));
}

async function trace(library: Library, { id: tabId }: Tab, given: string | undefined): Promise<Notice> {
  try {
    const found = await traceOnPage(tabId);
    if (found) return { kind: 'done', text: foundInWords(found) };
    const words = given ?? (await selectionOf(tabId));
    if (words === undefined) {
      return { kind: 'problem', text: 'Manicule cannot read this page. Use the menu of the words that you selected.' };
    }
    if (words.trim() === '') return { kind: 'problem', text: 'Nothing is selected.' };
    const [longest] = (await library.trace(words.slice(0, MAX_TRACED))).toSorted((a, b) => b.words - a.words);
    if (!longest) return { kind: 'problem', text: NO_PASSAGE };
    const cards = await library.cards(longest.papers);
    return { kind: 'done', text: `Stands in: ${cards.map(({ paper }) => nameOf(paper)).join('; ')}` };
  } catch (error) {
    return { kind: 'problem', text: `Not traced. ${reasonOf(error)}` };
  }
}

/** How many passages the page of a tab finds in its selection; undefined where no script of ours runs, as in a PDF. */
async function traceOnPage(tabId: number | undefined): Promise<number | undefined> {
  try {
    return await sendMessage('traceHere', 'selection', tabId);
  } catch {
    return undefined;
  }
}

/** What is selected in a tab; undefined where no script of ours runs. */
async function selectionOf(tabId: number | undefined): Promise<string | undefined> {
  try {
    return (await sendMessage('survey', undefined, tabId)).selection;
  } catch {
    return undefined;
  }
}

function foundInWords(passages: number): string {
  return passages === 1
    ? '1 passage of the selection stands in a paper: see it in Manicule.'
    : `${passages} passages of the selection stand in papers: see them in Manicule.`;
}
