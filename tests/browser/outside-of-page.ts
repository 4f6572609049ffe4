/** What a person does outside of the page: the browser's own events, which a test sends off in their place. */
import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';

interface Tab {
  id: number;
}

declare const chrome: {
  tabs: { query(which: { active: boolean }): Promise<Tab[]> };
  commands: { onCommand: { dispatch(command: string, tab?: Tab): void } };
  contextMenus: { onClicked: { dispatch(info: { menuItemId: string; linkUrl: string }, tab?: Tab): void } };
};

async function workerOf({ context }: Chromium) {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** Presses the shortcut that saves the paper of a page. */
export async function pressShortcut(chromium: Chromium, page: Page): Promise<void> {
  await page.bringToFront();
  await (
    await workerOf(chromium)
  ).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    chrome.commands.onCommand.dispatch('save-paper', tab);
  });
}

/** Uses the context menu of a link in a page. */
export async function useLinkMenu(chromium: Chromium, page: Page, linkUrl: string): Promise<void> {
  await page.bringToFront();
  await (
    await workerOf(chromium)
  ).evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ active: true });
    chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-link', linkUrl: url }, tab);
  }, linkUrl);
}
