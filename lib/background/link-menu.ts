import { browser } from 'wxt/browser';
import { SITES } from '../arxiv/hosts';
import { idFromLink } from '../arxiv/link';
import type { Library } from '../library';
import { savePaper } from './save-meant';

const SAVE_LINK = 'save-link';

/** Adds the entry to the context menu of links that may name a paper. Browsers keep it from one start to the next. */
export async function createLinkMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE_LINK,
    title: 'Save paper to Manicule',
    contexts: ['link'],
    targetUrlPatterns: [...new Set(SITES)].map((site) => `*://*.${site}/*`),
  });
}

/** Saves the paper of the link whose menu was used. */
export function listenToLinkMenu(library: Library): void {
  browser.contextMenus.onClicked.addListener(async ({ menuItemId, linkUrl }, tab) => {
    const id = menuItemId === SAVE_LINK && linkUrl ? idFromLink(linkUrl)?.id : undefined;
    if (id !== undefined && tab) await savePaper(library, id, tab);
  });
}
