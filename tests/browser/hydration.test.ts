import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FIRST, LISTED, SECOND } from '../pages/hydrated/app';
import type { Client } from '../pages/hydrated/client';
import { devTools } from './accessibility';
import { openCardOf } from './card';
import { CLIENT, type FrameworkName, hydratedPage, MARKUP, type Moment } from './hydrated';
import { expectIds, htmlOf, idsIn, OWN_PAGE, settle, untilAnotherIsMarked } from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

/** The page's script is asked to say what is here. */
declare const client: Client;

const AT_ONCE = 'client.hydrate();';

const MOMENTS: Record<string, Moment> = {
  'by a script at the end': { tag: '<script src="/client.js"></script>', start: AT_ONCE },
  'by a deferred script': { tag: '<script defer src="/client.js"></script>', start: AT_ONCE },
  'by a module': { tag: '<script type="module" src="/client.js"></script>', start: AT_ONCE },
  'when it is loaded': {
    tag: '<script async src="/client.js"></script>',
    start: 'addEventListener("load", () => client.hydrate());',
  },
  'in the first idle moment after it is loaded': {
    tag: '<script async src="/client.js"></script>',
    start: 'addEventListener("load", () => requestIdleCallback(() => client.hydrate()));',
  },
};

/** A page with all that it says of itself on its console. */
interface Watched {
  page: Page;
  said: string[];
}

async function newPage(): Promise<Watched> {
  const page = await chromium().context.newPage();
  const said: string[] = [];
  page.on('console', (message) => /error|warning/.test(message.type()) && said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return { page, said };
}

async function serve(name: FrameworkName, moment: Moment): Promise<void> {
  chromium().serve(await hydratedPage(name, moment));
}

/** What each part of the page says, in which badges stand for these papers and no others. */
async function expectMarked(page: Page, paper: string, listed: readonly string[], clicks: number): Promise<void> {
  await expectIds(page, [paper, paper, paper, ...listed]);
  await settle(page);
  for (const part of ['#parts', '#whole', '#linked']) expect(await idsIn(page, part)).toEqual([paper]);
  expect(await page.locator('p, li, #click').allTextContents()).toEqual([
    `Read arXiv:${paper} before all others, in ${clicks} sittings.`,
    `Read arXiv:${paper} first, and then the rest.`,
    `Or this one in ${clicks}.`,
    ...listed.map((id) => `On arXiv:${id}, see ${id}.`),
    `Clicked ${clicks} times`,
  ]);
}

/** Expects that the page works as its framework has it, with its badges. */
async function expectToWork({ page, said }: Watched): Promise<void> {
  await page.locator('main[data-taken="true"]').waitFor();
  await expectMarked(page, FIRST, LISTED, 0);
  await page.locator('#click').click();
  await page.locator('#click').click();
  await page.locator('#turn').click();
  await expectMarked(page, FIRST, LISTED.toReversed(), 2);
  await page.locator('#change').click();
  await expectMarked(page, SECOND, LISTED.toReversed(), 2);
  await openCardOf(page, SECOND);
  await page.keyboard.press('Escape');
  await page.evaluate(() => client.unmount?.());
  await settle(page);
  expect(await page.locator('#root').evaluate((root) => root.childNodes.length)).toBe(0);
  expect(await idsIn(page)).toEqual([]);
  expect(said).toEqual([]);
}

/** What a framework complained of when it took the page over. */
const problemsOf = (page: Page) => page.evaluate(() => client.problems);

/** Keeps a page's script back. Resolves, when the page has asked for it, to what lets it through. */
function holdBack(page: Page): Promise<() => void> {
  return new Promise((resolve) => {
    void page.route(CLIENT, (route) => resolve(() => void route.fallback()));
  });
}

/** Resolves when the extension's script begins to run in a page, in a world of its own. */
async function extensionStarted(page: Page): Promise<void> {
  const session = await devTools(page);
  const started = new Promise<void>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === chromium().addressOf('').slice(0, -1)) resolve();
    });
  });
  await session.send('Runtime.enable');
  return started;
}

describe.each(Object.keys(MARKUP) as FrameworkName[])('a page that %s takes over', (name) => {
  it.each(Object.keys(MOMENTS))('%s is as it would be without badges', async (when) => {
    await serve(name, MOMENTS[when] as Moment);
    const watched = await newPage();
    await watched.page.goto(OWN_PAGE);
    await expectToWork(watched);
    expect(await problemsOf(watched.page)).toEqual([]);
  });

  it('by a script that comes long after its text is as it would be without badges', async () => {
    await serve(name, { tag: '<script async src="/client.js"></script>', start: AT_ONCE });
    const watched = await newPage();
    const { page } = watched;
    const held = holdBack(page);
    const started = extensionStarted(page);
    await page.goto(OWN_PAGE, { waitUntil: 'domcontentloaded' });
    const release = await held;
    await started;
    await untilAnotherIsMarked(chromium());
    expect(await page.evaluate(() => document.readyState)).toBe('interactive');
    release();
    await expectToWork(watched);
    expect(await problemsOf(page)).toEqual([]);
  });

  it('by a script that comes after its badges, at which React complains, works all the same', async () => {
    await serve(name, { tag: '<script type="module">import("/client.js")</script>', start: AT_ONCE });
    const watched = await newPage();
    const { page } = watched;
    const held = holdBack(page);
    await page.goto(OWN_PAGE);
    await expectIds(page, [FIRST, FIRST, FIRST, ...LISTED]);
    (await held)();
    await expectToWork(watched);
    expect(await problemsOf(page)).toHaveLength(name === 'react' ? 1 : 0);
  });
});

it('a page of which a framework finds another text than it rendered is complained of', async () => {
  await serve('react', { tag: '<script src="/client.js"></script>', start: AT_ONCE });
  chromium().serve({
    [OWN_PAGE]: htmlOf(`<div id="root">${MARKUP.react.replace('<em>', '<i></i><em>')}</div>
      <script src="/client.js"></script>`),
  });
  const { page } = await newPage();
  await page.goto(OWN_PAGE);
  await page.locator('main[data-taken="true"]').waitFor();
  await expect.poll(() => page.evaluate(() => client.problems)).toHaveLength(1);
});
