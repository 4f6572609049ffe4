import { browser } from 'wxt/browser';

/** The icon has room for four characters. */
const MOST = 999;

/** What the toolbar icon says of a count; nothing where there is nothing to count. */
export function countText(count: number): string {
  if (count === 0) return '';
  return count > MOST ? `${MOST}+` : `${count}`;
}

/** Says on the toolbar icon of a tab how many known papers its page has, until the tab goes elsewhere. */
export async function showCount(tabId: number | undefined, count: number): Promise<void> {
  if (tabId !== undefined) await browser.action.setBadgeText({ tabId, text: countText(count) });
}

/** Sets counts in ink on paper, legible on any toolbar. To be called at each start: browsers need not remember it. */
export async function dressToolbar(): Promise<void> {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: '#fdfaf3' }),
    browser.action.setBadgeTextColor({ color: '#1c1a17' }),
  ]);
}
