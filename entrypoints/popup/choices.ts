import { browser } from 'wxt/browser';
import type { ChoiceStore } from '../../components/use-choices';
import { listen } from './listen';

/** A person's choices, in the browser's storage: every page reads them there without waking the worker. */
export const choices: ChoiceStore = {
  read: (keys) => browser.storage.local.get(Object.fromEntries(keys.map((key) => [key, false]))),
  async make(key) {
    await browser.storage.local.set({ [key]: true });
  },
  async takeBack(key) {
    await browser.storage.local.remove(key);
  },
  watch: (changed) => listen(browser.storage.local.onChanged, changed),
};
