import { afterAll, afterEach, beforeAll } from 'vitest';
import { PAGES } from '../pages/served';
import { Chromium } from './chromium';

/**
 * Gives the tests of a file one Chromium with the saved pages in it. What one test saves, the next one finds saved;
 * its tabs are closed after it.
 */
export function withChromium(): () => Chromium {
  let browser: Chromium | undefined;
  beforeAll(async () => {
    browser = await Chromium.launch();
    browser.serve(PAGES);
  });
  afterEach(async () => {
    const [, ...tabs] = browser?.context.pages() ?? [];
    for (const tab of tabs) await tab.close();
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('No browser was started.');
    return browser;
  };
}
