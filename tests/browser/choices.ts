/** What a person has chosen, as it lies in the browser's storage. */
import type { Chromium } from './chromium';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const chrome: {
  storage: {
    local: {
      get(): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
  };
};

/** The keys of all choices that are made, in order. */
export async function choicesIn({ desk }: Chromium): Promise<string[]> {
  const keys = Object.keys(await desk.evaluate(() => chrome.storage.local.get()));
  return keys
    .filter((key) => /^(?:off|trace):|^(?:only-arxiv|trace-everywhere|ask-arxiv|asking-stopped)$/.test(key))
    .sort();
}

/** Makes a choice as another page of the extension would. */
export async function choose({ desk }: Chromium, key: string): Promise<void> {
  await desk.evaluate((chosen) => chrome.storage.local.set({ [chosen]: true }), key);
}

/** Takes every choice back. */
export async function forgetChoices(browser: Chromium): Promise<void> {
  await browser.desk.evaluate((keys) => chrome.storage.local.remove(keys), await choicesIn(browser));
}
