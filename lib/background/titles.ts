import { browser } from 'wxt/browser';
import type { Library } from '../library';
import { TITLES } from '../titles/table';

/** Puts the titles of the known papers where every page can read them without waking the worker. */
export async function publishTitles(library: Library): Promise<void> {
  await browser.storage.local.set({ [TITLES]: await library.titles() });
}
