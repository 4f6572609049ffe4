import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { BLOG, LIST, UNKNOWN_PAPER } from '../pages/served';
import { saveFromCard } from './card';
import { choose, forgetChoices } from './choices';
import { withChromium } from './with-chromium';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const chrome: {
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};

const chromium = withChromium();

afterEach(() => forgetChoices(chromium()));

/** Expects what the toolbar icon says for the tab of a page. */
async function expectCount(page: Page, text: string): Promise<void> {
  const tabId = await chromium().tabId(page);
  const count = () => chromium().desk.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
  await expect.poll(count).toBe(text);
}

/** Serves a page of this text, and opens it. */
function pageOf(address: string, text: string): Promise<Page> {
  chromium().serve({ [address]: `<!doctype html><title>Counted</title><p>${text}</p>` });
  return chromium().visit(address);
}

it('says how many known papers a page has, each counted once', async () => {
  const [list, blog] = [await chromium().visit(LIST), await chromium().visit(BLOG)];
  await expectCount(list, '9');
  await expectCount(blog, '5');
});

it('counts a paper from when it is saved until it is let go', async () => {
  const page = await chromium().visit(LIST);
  await expectCount(page, '9');
  await saveFromCard(page, UNKNOWN_PAPER);
  await expectCount(page, '10');
  await chromium().desk.evaluate(
    (id) =>
      chrome.runtime.sendMessage({
        type: 'edit',
        data: { operation: 'lets-a-paper-go', changes: [{ kind: 'remove', id }] },
        timestamp: 0,
      }),
    UNKNOWN_PAPER,
  );
  await expectCount(page, '9');
});

it('follows a tab to another page, and says nothing where no known paper is', async () => {
  const page = await pageOf('https://none.example.org/', `Nobody has arXiv:${UNKNOWN_PAPER}.`);
  await page.goto(BLOG);
  await expectCount(page, '5');
  await page.goto('https://none.example.org/');
  await expectCount(page, '');
  // The browser has kept it whole, so that it is not loaded.
  await page.goBack({ waitUntil: 'commit' });
  await expectCount(page, '5');
});

it('follows a page that goes on without loading anew', async () => {
  const page = await pageOf('https://app.example.org/one', 'arXiv:2512.13961');
  await expectCount(page, '1');
  await page.evaluate(() => {
    history.pushState(null, '', '/two');
    document.querySelector('p')?.append(' and arXiv:2511.07317 and arXiv:2602.13551');
  });
  await expectCount(page, '3');
  await page.evaluate(() => document.querySelector('p')?.replaceChildren('Nothing.'));
  await expectCount(page, '');
});

it('says nothing on a site that is switched off', async () => {
  const [page, other] = [await chromium().visit(BLOG), await chromium().visit(LIST)];
  await expectCount(page, '5');
  await choose(chromium(), 'off:blog.example.org');
  await expectCount(page, '');
  await expectCount(other, '9');
  await forgetChoices(chromium());
  await expectCount(page, '5');
});
