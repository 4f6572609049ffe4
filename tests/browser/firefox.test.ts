import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BLOG, LIST, PAGES, UNKNOWN_PAPER } from '../pages/served';
import { Firefox } from './firefox';
import { textsByRole } from './shadow';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await Firefox.launch();
  firefox.serve(PAGES);
});
afterAll(() => firefox.close());

const badge = (id: string, state?: string) =>
  `manicule-badge[data-arxiv-id="${id}"]${state === undefined ? '' : `[data-state="${state}"]`}`;

const badgesOf = (page: Page) =>
  page.$$eval('manicule-badge', (badges) =>
    badges.map((one) => [one.getAttribute('data-arxiv-id'), one.getAttribute('data-state')]),
  );

it('marks the papers of a listing', async () => {
  const page = await firefox.visit(LIST);
  await expect.poll(async () => (await badgesOf(page)).length).toBe(10);
  expect((await badgesOf(page)).slice(4, 7)).toEqual([
    ['2506.01937', 'indexed'],
    [UNKNOWN_PAPER, 'unsaved'],
    ['2507.02833', 'indexed'],
  ]);
});

it('opens the card of a paper, and closes it with Escape', async () => {
  const page = await firefox.visit(BLOG);
  await page.waitForSelector(badge('2508.13144'));
  await page.click(badge('2508.13144'));
  await expect.poll(() => textsByRole(page, 'dialog')).toEqual([expect.stringContaining('David Heineman')]);
  await page.keyboard.press('Escape');
  await expect.poll(() => textsByRole(page, 'dialog')).toEqual([]);
  expect(page.url()).toBe(BLOG);
});

it('finds papers as one types, and saves one that an open page then shows', async () => {
  const page = await firefox.visit(LIST);
  await page.waitForSelector(badge('2506.10947', 'indexed'));
  const popup = await firefox.open('popup.html?tab=0');
  await popup.type('input[type=search]', 'spurious rew');
  await popup.waitForSelector('[data-results] [data-arxiv-id="2506.10947"] mark');
  await popup.click('[data-results] [data-arxiv-id="2506.10947"] button');
  await popup.waitForSelector('[data-results] [data-arxiv-id="2506.10947"][data-state="saved"]');
  await page.waitForSelector(badge('2506.10947', 'saved'));
  expect(await badgesOf(page)).toContainEqual(['2506.01937', 'indexed']);
});

it('lists the papers of a tab', async () => {
  const page = await firefox.visit(BLOG);
  await page.waitForSelector(badge('2509.11106'));
  const asker = await firefox.open('popup.html?tab=0');
  const popup = await firefox.open(`popup.html?tab=${await firefox.tabId(page, asker)}`);
  await popup.waitForSelector('section [data-arxiv-id]');
  const listed = await popup.$$eval('section [data-arxiv-id]', (rows) =>
    rows.map((row) => row.getAttribute('data-arxiv-id')),
  );
  expect(listed.slice(0, 3)).toEqual(['2509.11106', '2508.13144', '2506.10947']);
});

it('asks the network for nothing but the pages that were opened', () => {
  const pages = firefox.requests.filter((address) => !address.endsWith('/favicon.ico'));
  expect(new Set(pages)).toEqual(new Set([LIST, BLOG]));
  expect(firefox.outside.asked()).toEqual([]);
});

it('keeps what was saved when the browser is closed and opened', async () => {
  await firefox.restart();
  const page = await firefox.visit(LIST);
  await page.waitForSelector(badge('2506.10947', 'saved'));
  expect(await badgesOf(page)).toContainEqual(['2506.01937', 'indexed']);
});
