import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { backup } from '../../lib/exchange/backup';
import { startZotero } from '../services/zotero';
import { importAll } from './exchange';
import { madeUpId, madeUpPapers, upload } from './exchange-files';
import { withChromium } from './with-chromium';

const chromium = withChromium();

/** Where Zotero listens: the security policy allows no other port. */
const PORT = 23_119;

let page: Page;
beforeAll(async () => {
  const first = await chromium().open('library.html');
  await importAll(first, upload('backup.json', [...backup.write(madeUpPapers(1, 3))].join('')));
  await first.close();
});
beforeEach(async () => {
  page = await chromium().open('library.html');
});

/** Answers in the person's place, whom the browser asks in a window of its own that no test can reach. */
const answer = (isAllowed: boolean) =>
  page.evaluate((granted) => {
    const { permissions } = (globalThis as unknown as { chrome: { permissions: { request: unknown } } }).chrome;
    permissions.request = async ({ origins }: { origins: string[] }) =>
      granted && origins.join() === 'http://127.0.0.1/*';
  }, isAllowed);

/** What the page says of it. */
const told = () => page.locator('.exchange .told').textContent();

async function send(): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select all papers' }).click();
  await page.getByRole('button', { name: 'Send to Zotero' }).click();
}

it('sends the papers that are selected', async () => {
  const zotero = await startZotero(undefined, { port: PORT, isOpenToPages: true });
  try {
    await answer(true);
    await send();
    await page.getByText('3 papers sent to Zotero.').waitFor();
    expect(zotero.asked.map(({ path }) => path)).toEqual(['/connector/ping', '/connector/saveItems']);
    const items = zotero.asked.at(-1)?.body.items ?? [];
    expect(items.map(({ archiveID }) => archiveID).sort()).toEqual([1, 2, 3].map((at) => `arXiv:${madeUpId(at)}`));
  } finally {
    zotero.close();
  }
});

it('says so where Zotero is not running', async () => {
  await answer(true);
  await send();
  await expect.poll(told).toMatch(/^Zotero is not running\. Start it on this machine/);
});

it('sends nothing where that is not allowed', async () => {
  await answer(false);
  await send();
  await expect.poll(told).toMatch(/so nothing was sent\. Try again and allow it\.$/);
});

it('is offered for papers that are selected only', async () => {
  await page.getByRole('button', { name: 'Export RIS' }).waitFor();
  expect(await page.getByRole('button', { name: 'Send to Zotero' }).count()).toBe(0);
});
