import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { EXTENSION } from '../paths';
import { badgeOf, expectBadge, openCardOf, saveFromCard } from './card';
import { FLIP, idsIn, OLMO, pageOf, RLVE } from './own-page';
import { FERRY, highlighted, keepTracedPapers, SHADOWS, trace } from './trace';
import { runBesideScript, update } from './update';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const TEXTS = `<p>Read arXiv:${OLMO} before arXiv:${RLVE}, please.</p><p>Or <a href="https://arxiv.org/abs/${FLIP}">FLIP</a>.</p>`;

/** How many nodes each paragraph has: one text as the page wrote it, or more around badges. */
const nodesOn = (page: Page) =>
  page.locator('p').evaluateAll((paragraphs) => paragraphs.map(({ childNodes }) => childNodes.length));

// Before any other test: who asks for it is a tab of the extension, and an update closes those.
it('has nothing highlighted any more on a page that was traced', async () => {
  await keepTracedPapers(chromium());
  const page = await pageOf(chromium(), `<p>Here: ${SHADOWS} There.</p>`);
  await trace(chromium(), page);
  await expect.poll(() => idsIn(page)).toEqual([FERRY]);
  expect(await highlighted(page)).toHaveLength(1);
  await update(chromium());
  await page.evaluate(() => document.body.append('Something else'));
  await expect.poll(() => highlighted(page)).toEqual([]);
  expect(await nodesOn(page)).toEqual([1]);
});

/** Opens a page and updates the extension behind its back. */
async function openAndUpdate(): Promise<Page> {
  const page = await pageOf(chromium(), TEXTS);
  await expect.poll(() => idsIn(page)).toEqual([OLMO, RLVE, FLIP]);
  await update(chromium());
  expect(await runBesideScript(chromium(), page, 'typeof chrome.runtime?.id')).toBe('undefined');
  return page;
}

describe('a page that was open while the extension was updated', () => {
  const SIGNS: Record<string, (page: Page) => Promise<unknown>> = {
    'it changes': (page) => page.evaluate(() => document.body.append('Something else')),
    // Playwright keeps every page visible; this is what a browser tells one that is looked at again.
    'it is looked at again': (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
    'the pointer comes to a badge': (page) => badgeOf(page, OLMO).hover(),
    'the focus comes to a badge': (page) => page.bringToFront().then(() => page.keyboard.press('Tab')),
  };

  it.each(Object.entries(SIGNS))('is as it was written as soon as %s', async (_, happens) => {
    const page = await openAndUpdate();
    await happens(page);
    await expect.poll(() => idsIn(page)).toEqual([]);
    expect(await nodesOn(page)).toEqual([1, 3]);
    expect(await page.locator('p').first().textContent()).toBe(`Read arXiv:${OLMO} before arXiv:${RLVE}, please.`);
  });

  it('is marked again when it is loaded again', async () => {
    const page = await openAndUpdate();
    await page.reload();
    await expect.poll(() => idsIn(page)).toEqual([OLMO, RLVE, FLIP]);
    expect(await nodesOn(page)).toEqual([5, 4]);
  });
});

describe('a page that is opened after an update', () => {
  it('has each badge once, and what was saved is saved', async () => {
    const before = await pageOf(chromium(), TEXTS);
    await saveFromCard(before, RLVE);
    await update(chromium());
    const page = await pageOf(chromium(), TEXTS);
    await expectBadge(page, RLVE, 'saved');
    expect(await idsIn(page)).toEqual([OLMO, RLVE, FLIP]);
    await openCardOf(page, FLIP);
  });
});

describe('a page into which the script comes a second time', () => {
  const LATER = ['2506.10947', '2508.13144', '2507.02833'];

  it('has each badge once', async () => {
    const page = await pageOf(chromium(), `${TEXTS}<p>Then</p>`);
    await expect.poll(() => idsIn(page)).toEqual([OLMO, RLVE, FLIP]);
    await runBesideScript(chromium(), page, readFileSync(join(EXTENSION.chromium, 'page.js'), 'utf8'));
    // Each of these is marked after it has been asked about, which the second script has done once before it marks.
    for (const id of LATER) {
      await page.evaluate((text) => document.querySelectorAll('p')[2]?.append(text), ` arXiv:${id}.`);
      await expectBadge(page, id);
    }
    await expect.poll(() => idsIn(page)).toEqual([OLMO, RLVE, FLIP, ...LATER]);
    expect(await nodesOn(page)).toEqual([5, 4, 10]);
    await openCardOf(page, OLMO);
  });
});
