import { browser } from 'wxt/browser';
import { listen } from './listen';

/** A person's choices, in the browser's storage: every page reads them there without waking the worker. */
export const choices = {
  read: (keys: readonly string[]) => browser.storage.local.get(Object.fromEntries(keys.map((key) => [key, false]))),
  async make(key: string) {
    await browser.storage.local.set({ [key]: true });
  },
  async takeBack(key: string) {
    await browser.storage.local.remove(key);
  },
  watch: (changed: () => void) => listen(browser.storage.local.onChanged, changed),
};
