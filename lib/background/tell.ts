import { browser } from 'wxt/browser';
import type { Notice } from '../answers';
import { noticeSheet } from '../looks/notice';
import { sendMessage } from '../messages/protocol';

/** A tab, as far as the browser tells of it. */
export interface Tab {
  id?: number | undefined;
  url?: string | undefined;
}

/**
 * Tells a person something in the tab that they are looking at. Where no script of ours runs, a sign on the toolbar icon
 * stands for it, and the words are the icon's, until the tab goes elsewhere.
 */
export async function tell({ id: tabId }: Tab, notice: Notice): Promise<void> {
  try {
    await sendMessage('notify', noticeSheet(notice), tabId);
  } catch {
    const there = tabId === undefined ? {} : { tabId };
    await Promise.all([
      browser.action.setBadgeText({ text: notice.kind === 'done' ? '✓' : '?', ...there }),
      browser.action.setTitle({ title: notice.text, ...there }),
    ]);
  }
}
