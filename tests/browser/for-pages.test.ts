import { afterEach, describe, expect, it } from 'vitest';
import { badgesIn, expectBadge } from './card';
import { choose, forgetChoices } from './choices';
import { makeEdit } from './edits';
import { OLMO, OWN_PAGE, pageOf, settle, untilAnotherIsMarked } from './own-page';
import { runBesideScript } from './update';
import { withChromium } from './with-chromium';
import { watchWorker } from './worker';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const chrome: { storage: { session: { clear(): Promise<void> } } };

const chromium = withChromium();

afterEach(() => forgetChoices(chromium()));

/** Has the browser forget what pages read, as it does when it is closed; the worker is gone too. */
async function emptyForPages(): Promise<void> {
  const worker = await watchWorker(chromium());
  if (worker.states.at(-1) !== 'stopped') await worker.stop();
  await chromium().desk.evaluate(() => chrome.storage.session.clear());
}

describe('the script in a page', () => {
  it('can read what is for pages and nothing of the library', async () => {
    await makeEdit(chromium(), { kind: 'save', id: OLMO }, { kind: 'note', id: OLMO, note: 'a secret', from: '' });
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p>`);
    await expectBadge(page, OLMO);
    const read = (area: string) => runBesideScript(chromium(), page, `chrome.storage.${area}.get().then(Object.keys)`);
    expect(((await read('session')) as string[]).sort()).toEqual(['checked', 'filled', 'titles']);
    await expect(read('local')).rejects.toThrow('Access to storage is not allowed');
  });

  it('that was there before the worker had put anything there marks the page as soon as it has', async () => {
    await emptyForPages();
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p><h3>Fluid Language Model Benchmarking</h3>`);
    await page.waitForLoadState('load');
    expect(await badgesIn(page.locator('body'))).toEqual([]);
    await chromium().open('popup.html?tab=0');
    await expectBadge(page, OLMO);
    await expectBadge(page, '2509.11106');
  });

  it('marks nothing meanwhile where the site is switched off', async () => {
    await choose(chromium(), `off:${new URL(OWN_PAGE).hostname}`);
    await emptyForPages();
    const page = await pageOf(chromium(), `<p>arXiv:${OLMO}</p>`);
    await chromium().open('popup.html?tab=0');
    await untilAnotherIsMarked(chromium());
    expect(await badgesIn(page.locator('body'))).toEqual([]);
  });

  it('recognises the title of a paper as soon as that is saved, and no longer when it is let go', async () => {
    const title = 'Pointing Hands in the Margins of Early Printed Books';
    const id = '2601.00002';
    const page = await pageOf(chromium(), `<h3>${title}</h3>`);
    await settle(page);
    expect(await badgesIn(page.locator('body'))).toEqual([]);
    await makeEdit(chromium(), { kind: 'save', id, facts: { title, authors: ['A. Author'] } });
    await expectBadge(page, id, 'saved');
    await makeEdit(chromium(), { kind: 'remove', id });
    await expect.poll(() => badgesIn(page.locator('body'))).toEqual([]);
  });
});
