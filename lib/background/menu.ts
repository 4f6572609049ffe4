import { browser } from 'wxt/browser';
import { SITES } from '../arxiv/hosts';
import { idFromLink } from '../arxiv/link';
import type { Library } from '../library';
import { savePaper } from './save-meant';
import { traceSelection } from './tracing';

const SAVE_LINK = 'save-link';
const TRACE_SELECTION = 'trace-selection';

/**
 * Adds the entries to the context menus of links that may name a paper and of words that are selected. Browsers keep
 * them from one start to the next.
 */
export async function createMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE_LINK,
    title: 'Save paper to Manicule',
    contexts: ['link'],
    targetUrlPatterns: [...new Set(SITES)].map((site) => `*://*.${site}/*`),
  });
  browser.contextMenus.create({ id: TRACE_SELECTION, title: 'Trace selection', contexts: ['selection'] });
}

/** Saves the paper of the link whose menu was used; traces the words whose menu was used. */
export function listenToMenu(library: Library): void {
  browser.contextMenus.onClicked.addListener(async ({ menuItemId, linkUrl, selectionText }, given) => {
    // To Chromium, its PDF viewer stands in no tab.
    const tab = given?.id === browser.tabs.TAB_ID_NONE ? await tabInFront() : given;
    if (!tab) return;
    if (menuItemId === TRACE_SELECTION) return traceSelection(library, tab, selectionText);
    const id = menuItemId === SAVE_LINK && linkUrl ? idFromLink(linkUrl)?.id : undefined;
    if (id !== undefined) await savePaper(library, id, tab);
  });
}

async function tabInFront() {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}
