import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { BLOG, LIST, README, UNKNOWN_PAPER } from '../pages/served';
import { badgeOf } from './card';
import { makeEdit } from './edits';
import { withChromium } from './with-chromium';

const chromium = withChromium();

/** Opens the popup for a page whose badges are there. */
async function popupFor(page: Page) {
  await badgeOf(page, '2509.11106').waitFor();
  const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
  const region = popup.getByRole('region', { name: 'On this page', exact: true });
  const rows = region.locator('[data-arxiv-id]');
  await rows.first().waitFor();
  const papers = () =>
    rows.evaluateAll((all) => all.map((row) => [row.getAttribute('data-arxiv-id'), row.getAttribute('data-state')]));
  return { popup, region, rows, papers };
}

it('lists the papers of the tab in the order of its page', async () => {
  const { papers } = await popupFor(await chromium().visit(LIST));
  await expect
    .poll(async () => (await papers()).slice(4, 7))
    .toEqual([
      ['2506.01937', 'indexed'],
      [UNKNOWN_PAPER, 'unsaved'],
      ['2507.02833', 'indexed'],
    ]);
});

it('lists papers that no pack has on other sites too, where they bear no badge', async () => {
  const { papers } = await popupFor(await chromium().visit(BLOG));
  await expect.poll(papers).toContainEqual([UNKNOWN_PAPER, 'unsaved']);
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

it('follows the page while it is open, and keeps the rows that stay', async () => {
  const page = await chromium().visit(BLOG);
  const { rows, papers, region } = await popupFor(page);
  const first = await rows.first().elementHandle();
  await page.evaluate(() => document.querySelector('article')?.append('And arXiv:2511.07317 came after that.'));
  await region.locator('[data-arxiv-id="2511.07317"]').waitFor();
  expect(await first?.evaluate((row) => row.isConnected)).toBe(true);
  expect((await papers()).at(-1)).toEqual(['2511.07317', 'indexed']);
});

it('follows a paper that is saved elsewhere and was not taken for one before', async () => {
  const address = 'https://numbers.example.org/';
  chromium().serve({
    [address]: '<!doctype html><title>Numbers</title><p>arXiv:2509.11106</p><p>Then 2511.98764.</p>',
  });
  const { region, papers } = await popupFor(await chromium().visit(address));
  expect(await papers()).toEqual([['2509.11106', expect.any(String)]]);
  await makeEdit(chromium(), { kind: 'save', id: '2511.98764', state: 'read' });
  await region.locator('[data-arxiv-id="2511.98764"][data-state="read"]').waitFor();
});

it('follows the tab to another page, and says when it was closed', async () => {
  const page = await chromium().visit(BLOG);
  const { region } = await popupFor(page);
  await page.goto(README);
  await region.locator('[data-arxiv-id="2507.02833"]').waitFor();
  expect(await region.locator('[data-arxiv-id="2508.13144"]').count()).toBe(0);
  await page.goto('https://nothing.example.org/');
  await region.getByText('No papers recognised on this page.').waitFor();
  await page.close();
  await region.getByText('This tab was closed.').waitFor();
});

it('waits for a page that is still loading', async () => {
  let sending: ServerResponse | undefined;
  const server = createServer((_request, response) => {
    sending = response;
    response.setHeader('content-type', 'text/html');
    response.write('<!doctype html><title>Slow</title><p>arXiv:2511.07317</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await chromium().context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
  const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
  const region = popup.getByRole('region', { name: 'On this page', exact: true });
  await region.getByText('Looking at the page…').waitFor();
  sending?.end();
  await region.locator('[data-arxiv-id="2511.07317"]').waitFor();
  expect(await region.locator('[data-arxiv-id]').count()).toBe(1);
  server.close();
});

it('says what it cannot read', async () => {
  const page = await chromium().visit('chrome://version/');
  const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
  const region = popup.getByRole('region', { name: 'On this page', exact: true });
  await expect.poll(() => region.textContent()).toBe('Manicule cannot read this page.');
});
