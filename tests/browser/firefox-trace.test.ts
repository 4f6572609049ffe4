import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TabPapers } from '../../lib/answers';
import type { Answer } from './answer';
import { Firefox } from './firefox';
import { htmlOf, OWN_PAGE } from './own-page';
import { CLOCK, FERRY, LOGBOOKS, SHADOWS, THIRTEEN, TRACED_PAPERS } from './trace';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const browser: { runtime: { sendMessage(message: unknown): Promise<{ res: unknown }> } };

let firefox: Firefox;
let desk: Page;
beforeAll(async () => {
  firefox = await Firefox.launch();
  desk = await firefox.open('popup.html?tab=0');
  await ask('importPapers', { operation: 'of-a-test', items: TRACED_PAPERS.map((facts) => ({ facts })) });
});
afterAll(() => firefox.close());

/** Asks the worker as a page of the extension does. */
async function ask(type: string, data: unknown): Promise<unknown> {
  const { res } = await desk.evaluate((message) => browser.runtime.sendMessage(message), { type, data, timestamp: 0 });
  return res;
}

/** Opens a page, has it traced, and gives how many passages were found. */
async function traced(answer: Answer): Promise<{ page: Page; tab: number; found: unknown }> {
  firefox.serve({ [OWN_PAGE]: answer });
  const page = await firefox.visit(OWN_PAGE);
  const tab = await firefox.tabId(page, desk);
  return { page, tab, found: await ask('tracePage', tab) };
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const highlighted = async (page: Page, name = 'manicule-passage') => {
  const texts = await page.evaluate((of) => [...(CSS.highlights.get(of) ?? [])].map(String), name);
  return texts.map(letters);
};

const idsOn = (page: Page) =>
  page.$$eval('manicule-badge', (badges) => badges.map((badge) => badge.getAttribute('data-arxiv-id')));

it.each(['chat', 'pdf'])('highlights what stands in a paper, with a badge: %s', async (name) => {
  const { page, found } = await traced(readFileSync(new URL(`../pages/trace/${name}.html`, import.meta.url), 'utf8'));
  expect(found).toBe(1);
  expect(await highlighted(page)).toEqual([letters(`${THIRTEEN} ${LOGBOOKS}`)]);
  await expect.poll(() => idsOn(page)).toEqual([CLOCK]);
});

it('does so under the strictest policy that a page can have', async () => {
  const { page, found } = await traced({
    body: htmlOf(`<p>${SHADOWS}</p>`),
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  });
  expect(found).toBe(1);
  await expect.poll(() => idsOn(page)).toEqual([FERRY]);
});

it('brings a passage before the eyes, and selects it in a shadow root, where it cannot be highlighted', async () => {
  const gap = 'Some line of nothing much.\n'.repeat(300);
  const { page, tab, found } = await traced(
    htmlOf(`<pre>${gap}</pre><p>${SHADOWS}</p><pre>${gap}</pre>
      <x-part><template shadowrootmode="open"><p>${THIRTEEN}</p></template></x-part>`),
  );
  expect(found).toBe(2);
  const { passages = [] } = (await ask('papersOnPage', tab)) as TabPapers;
  const numberOf = (id: string) => passages.find(({ papers }) => papers[0]?.id === id)?.number;
  await ask('showPassage', { tab, passage: numberOf(FERRY) });
  expect(await highlighted(page, 'manicule-passage-shown')).toEqual([letters(SHADOWS)]);
  const isSeen = (selector: string) =>
    page.$eval(selector, (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  expect(await isSeen('p')).toBe(true);
  await ask('showPassage', { tab, passage: numberOf(CLOCK) });
  expect(await isSeen('x-part')).toBe(true);
  expect(await highlighted(page, 'manicule-passage-shown')).toEqual([]);
  expect(letters(await page.evaluate(() => `${getSelection()}`))).toBe(letters(THIRTEEN));
});
