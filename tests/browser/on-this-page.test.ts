import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { BLOG, LIST, README, UNKNOWN_PAPER } from '../pages/served';
import { badgeOf } from './card';
import { withChromium } from './with-chromium';

const chromium = withChromium();

/** Opens the popup for a page whose badges are there. */
async function popupFor(page: Page) {
  await badgeOf(page, '2509.11106').waitFor();
  const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
  const region = popup.getByRole('region', { name: 'On this page' });
  const rows = region.locator('[data-arxiv-id]');
  await rows.first().waitFor();
  const papers = () =>
    rows.evaluateAll((all) => all.map((row) => [row.getAttribute('data-arxiv-id'), row.getAttribute('data-state')]));
  return { popup, region, rows, papers };
}

it('lists the papers of the tab in the order of its page', async () => {
  const { papers } = await popupFor(await chromium().visit(LIST));
  expect((await papers()).slice(4, 7)).toEqual([
    ['2506.01937', 'indexed'],
    [UNKNOWN_PAPER, 'unsaved'],
    ['2507.02833', 'indexed'],
  ]);
});

it('lists papers that no pack has on other sites too, where they bear no badge', async () => {
  const { papers } = await popupFor(await chromium().visit(BLOG));
  expect(await papers()).toContainEqual([UNKNOWN_PAPER, 'unsaved']);
});

it('saves one paper, and the page shows it', async () => {
  const page = await chromium().visit(LIST);
  const { region } = await popupFor(page);
  await region.getByRole('button', { name: 'Save Olmo 3' }).click();
  await region.getByRole('button', { name: 'Saved Olmo 3' }).waitFor();
  await expect.poll(() => badgeOf(page, '2512.13961').getAttribute('data-state')).toBe('saved');
});

it('saves all of them, and then offers it no more', async () => {
  const page = await chromium().visit(README);
  const { papers, region } = await popupFor(page);
  await region.getByRole('button', { name: 'Save all' }).click();
  await expect.poll(async () => new Set((await papers()).map(([, state]) => state))).toEqual(new Set(['saved']));
  await region.getByRole('button', { name: 'Save all' }).waitFor({ state: 'hidden' });
  await expect.poll(() => page.locator('manicule-badge:not([data-state="saved"])').count()).toBe(0);
});

it('makes place for the results as soon as one types', async () => {
  const { popup, region } = await popupFor(await chromium().visit(LIST));
  await popup.locator('input[type=search]').fill('rlve');
  await popup.locator('[data-results] [data-arxiv-id="2511.07317"]').waitFor();
  expect(await region.count()).toBe(0);
});
