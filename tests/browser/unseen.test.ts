import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { BLOG, LIST } from '../pages/served';
import { badgeOf, expectBadge, openCardOf, saveFromCard } from './card';
import { pageOf, RLVE, untilAnotherIsMarked } from './own-page';
import { runBesideScript } from './update';
import { withChromium } from './with-chromium';

const chromium = withChromium();

interface Heard {
  heard: string[];
  globalsBefore: string[];
}

/** Runs before every script of a page: notes what it could hear, and the globals that there are. */
function listen(): void {
  const page = window as unknown as Heard;
  page.heard = [];
  page.globalsBefore = [...Object.getOwnPropertyNames(window), 'globalsBefore'];
  for (const type of ['message', 'messageerror', 'storage', 'error', 'unhandledrejection', 'securitypolicyviolation']) {
    window.addEventListener(type, (event) => page.heard.push(event.type), true);
  }
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    page.heard.push(`dispatched ${event.type}`);
    return dispatchEvent.call(this, event);
  };
  const { postMessage } = window;
  window.postMessage = (...args: unknown[]) => {
    page.heard.push('posted');
    Reflect.apply(postMessage, window, args);
  };
}

it('sends a page no message and no event, and leaves no global in it', async () => {
  await chromium().context.addInitScript(listen);
  const page = await chromium().visit(BLOG);
  await saveFromCard(page, '2506.10947');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => (window as unknown as Heard).heard)).toEqual([]);
  const added = await page.evaluate(() => {
    const before = new Set((window as unknown as Heard).globalsBefore);
    return Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
  });
  expect(added).toEqual([]);
  // What puts badges there has come from the disk, and is on no list of what the page has loaded.
  const loaded = await page.evaluate(() => performance.getEntries().map(({ name }) => name));
  expect(loaded.filter((name) => name.includes('-extension:'))).toEqual([]);

  // That this listener hears anything is proved by what the page says to itself.
  await page.evaluate(() => window.dispatchEvent(new Event('message')));
  expect(await page.evaluate(() => (window as unknown as Heard).heard)).toEqual(['dispatched message', 'message']);
});

it('has what puts badges on a page in no page that names no paper', async () => {
  const isThere = (page: Page) => runBesideScript(chromium(), page, 'typeof createMarker');
  const page = await pageOf(chromium(), '<p>Nothing to see: 1,234.5678 and 2511.07317.2.</p>');
  await untilAnotherIsMarked(chromium());
  expect(await isThere(page)).toBe('undefined');
  await page.evaluate((text) => document.body.append(text), `arXiv:${RLVE}`);
  await expectBadge(page, RLVE);
  expect(await isThere(page)).toBe('function');
});

it('puts nothing into a page but badges', async () => {
  const page = await chromium().visit(BLOG);
  await badgeOf(page, '2509.11106').waitFor();
  const html = await page.evaluate(() => {
    document.querySelectorAll('manicule-badge').forEach((badge) => badge.remove());
    return document.documentElement.textContent;
  });
  const untouched = await page.evaluate(
    async () =>
      new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html').documentElement
        .textContent,
  );
  expect(html).toBe(untouched);
});

it('asks the network for nothing', async () => {
  const { requests, outside } = chromium();
  const [asked, refused] = [requests.length, outside.asked().length];
  const page = await chromium().visit(LIST);
  await openCardOf(page, '2509.11106');
  await page.keyboard.press('Escape');
  await saveFromCard(page, '2511.07317');
  const popup = await chromium().open('popup.html?tab=0');
  await popup.locator('input[type=search]').fill('rlve');
  await popup.locator('[data-results] [data-arxiv-id="2511.07317"]').waitFor();

  const ofTheWeb = requests.slice(asked).filter((address) => !address.startsWith('chrome-extension://'));
  expect(ofTheWeb).toEqual([LIST]);
  // The browser opens a connection to a page's host ahead of asking for it.
  expect(new Set(outside.asked().slice(refused))).toEqual(new Set(['arxiv.org']));

  // That these records would hold a request of the extension's own is proved by two.
  const [worker] = chromium().context.serviceWorkers();
  await worker?.evaluate(() => fetch('https://export.arxiv.org/api/query'));
  await chromium().desk.evaluate(() => fetch('https://export.arxiv.org/api/query'));
  expect(requests.filter((address) => address.includes('export.arxiv.org'))).toHaveLength(2);
});
