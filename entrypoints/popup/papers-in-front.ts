import { browser } from 'wxt/browser';
import type { PaperOnPage } from '../../lib/answers';
import { sendMessage } from '../../lib/messages/protocol';

/**
 * The papers of a tab; none where nothing can be read, such as on the browser's own pages.
 *
 * @param tab the id of the tab, as an address gives it; without one, the tab in front of the person is meant.
 */
export async function papersInFront(tab: string | null): Promise<PaperOnPage[]> {
  try {
    const id = tab === null ? await activeTab() : Number(tab);
    return id === undefined ? [] : await sendMessage('papersOnPage', id);
  } catch {
    return [];
  }
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}
