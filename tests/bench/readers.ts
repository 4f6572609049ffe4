/**
 * The ways to read a page that are compared. Each takes a fresh copy of it, proves that it was read, and gives the
 * tasks that this took: those of the loaded page, or of its burst where it has one. Those that Manicule is compared
 * with run in a context without extensions, in a world apart, as every content script does; they begin in an idle
 * moment, no sooner than a content script.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { askSurvey } from './ask';
import type { BenchBrowser } from './browser';
import { inject, type World } from './inject';
import type { Contents, MadePage } from './pages/made';
import { ID } from './peer/markers';
import type { Walked } from './peer/walk';
import { traceTasks } from './tracing';

/** Milliseconds within which even the largest page is loaded and read on a machine that does much else. */
const LONG_WAIT = 60_000;

/** With Manicule, until every badge stands. */
export function readWithManicule(browser: BenchBrowser, { address, contents, burst }: MadePage): Promise<number[]> {
  const { desk } = browser.manicule;
  return inNewTab(browser.context, async (tab) => {
    const load = async () => {
      await tab.goto(address);
      await untilRead(tab, desk, contents);
    };
    const change = burst && (() => burst.run(tab).then(() => untilRead(tab, desk, burst.contents)));
    if (change) await load().then(() => askSurvey(desk, tab));
    const tasks = await traceTasks(tab, ['/page.js', '/marker.js'], async () => {
      await (change ?? load)();
      await scroll(tab);
    });
    await askSurvey(desk, tab);
    await expectCount(tab, 'manicule-badge', (burst?.contents ?? contents).known);
    return tasks;
  });
}

/**
 * With a bare `TreeWalker`: it does not look for what a burst has changed, but reads the whole page once after it.
 *
 * @param world a node costs the page's own scripts about half of what it costs others.
 */
export function readWithWalker(
  context: BrowserContext,
  { address, contents, burst }: MadePage,
  world: World = 'apart',
): Promise<number[]> {
  return inNewTab(context, async (tab) => {
    await tab.goto(address);
    await burst?.run(tab);
    const { script, run } = await inject(tab, 'walk', world);
    return traceTasks(tab, [script], async () => {
      const { texts } = await run<Walked>('peer.walk()');
      expectSame('texts', texts, (burst?.contents ?? contents).texts);
    });
  });
}

/** In the way of comparable extensions. */
export function readWithPeer(context: BrowserContext, { address, html, contents, burst }: MadePage): Promise<number[]> {
  return inNewTab(context, async (tab) => {
    await tab.goto(address);
    const { script, run } = await inject(tab, 'markers', 'apart');
    const start = async () => {
      const watchesChanges = burst !== undefined;
      const ids = await run<number>(`peer.start(${watchesChanges})`);
      expectSame('ids', ids, new Set(html.match(new RegExp(ID, 'g'))).size);
    };
    if (burst) await start();
    return traceTasks(tab, [script], async () => {
      await (burst ? burst.run(tab) : start());
      await scroll(tab);
      await expectCount(tab, '.peer-marker', (burst?.contents ?? contents).inWords);
    });
  });
}

async function inNewTab<Result>(context: BrowserContext, use: (tab: Page) => Promise<Result>): Promise<Result> {
  const tab = await context.newPage();
  tab.setDefaultTimeout(LONG_WAIT);
  try {
    return await use(tab);
  } finally {
    await tab.close();
  }
}

/**
 * Waits for the badges; they are looked for by a list that the browser keeps, so that this takes the page next to no
 * time. Only where there are none to come the script is asked whether it is done: to answer is work for it too.
 */
async function untilRead(tab: Page, desk: Page, { known }: Contents): Promise<void> {
  if (known === 0) return askSurvey(desk, tab);
  await tab
    .waitForFunction((count) => document.getElementsByTagName('manicule-badge').length >= count, known, {
      polling: 100,
    })
    // A wait in vain is told by how many there are.
    .catch(() => expectCount(tab, 'manicule-badge', known));
}

/** Scrolls a page once; resolves when every script has been told of it. */
function scroll(tab: Page): Promise<void> {
  return tab.evaluate(
    () =>
      new Promise((resolve, reject) => {
        addEventListener('scroll', () => setTimeout(resolve), { once: true });
        scrollBy(0, innerHeight);
        if (scrollY === 0) reject(new Error('There is nothing to scroll.'));
      }),
  );
}

async function expectCount(tab: Page, selector: string, expected: number): Promise<void> {
  expectSame(selector, await tab.locator(selector).count(), expected);
}

function expectSame(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`There are ${found} ${what} in the place of ${expected}.`);
}
