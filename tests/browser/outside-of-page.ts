/** What a person does outside of the page: the browser's own events, which a test sends off in their place. */
import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';

interface Tab {
  id: number;
}

/** What the browser says of the use of a context menu. */
interface MenuUse {
  menuItemId: 'save-link' | 'trace-selection';
  linkUrl?: string;
  selectionText?: string;
}

declare const chrome: {
  tabs: { query(which: { active: boolean }): Promise<Tab[]> };
  commands: { onCommand: { dispatch(command: string, tab?: Tab): void } };
  contextMenus: { onClicked: { dispatch(info: MenuUse, tab?: Tab): void } };
};

async function workerOf({ context }: Chromium) {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** Presses the shortcut of a command: one that saves the paper of a page, or one that traces what is selected there. */
export async function pressShortcut(
  chromium: Chromium,
  page: Page,
  command: 'save-paper' | 'trace-selection' = 'save-paper',
): Promise<void> {
  await page.bringToFront();
  await (
    await workerOf(chromium)
  ).evaluate(async (pressed) => {
    const [tab] = await chrome.tabs.query({ active: true });
    chrome.commands.onCommand.dispatch(pressed, tab);
  }, command);
}

/** Uses the context menu of a link in a page. */
export function useLinkMenu(chromium: Chromium, page: Page, linkUrl: string): Promise<void> {
  return useMenu(chromium, page, { menuItemId: 'save-link', linkUrl });
}

/** Uses the context menu of words that are selected in a page; `said` is the tab that the browser says they are in. */
export function useSelectionMenu(chromium: Chromium, page: Page, selectionText: string, said?: Tab): Promise<void> {
  return useMenu(chromium, page, { menuItemId: 'trace-selection', selectionText }, said);
}

async function useMenu(chromium: Chromium, page: Page, use: MenuUse, said?: Tab): Promise<void> {
  await page.bringToFront();
  await (
    await workerOf(chromium)
  ).evaluate(
    async ([info, given]) => {
      const [tab] = await chrome.tabs.query({ active: true });
      chrome.contextMenus.onClicked.dispatch(info, given ?? tab);
    },
    [use, said] as const,
  );
}
