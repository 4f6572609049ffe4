/** How soon the popup shows what one types for, beside a linear scan that is painted in the same way. */
import type { Page } from 'playwright-core';
import { askSearch } from './ask';
import { type BenchBrowser, launchBrowser } from './browser';
import { makePapers } from './corpus';
import { fillWith } from './fill';
import { createRandom } from './random';
import { inTurn } from './rounds';
import type { Row } from './row';
import { median, quantile } from './stats';

const PAPERS = 10_000;
const RUNS = 11;
const QUERIES_PER_RUN = 3;

/** What a page notes of each key, in milliseconds from the key to the paint of its results. */
declare global {
  var painted: number[];
}

/** Runs the benchmark in a browser of its own. */
export async function popup(): Promise<Row[]> {
  const browser = await launchBrowser();
  try {
    await fillWith(PAPERS, browser.manicule);
    const index = await openSearch(browser, browser.manicule.addressOf('popup.html?tab=0'));
    const scan = await openSearch(browser, browser.peer.addressOf(`scan.html?papers=${PAPERS}`));

    const queries = makeQueries((RUNS + 1) * QUERIES_PER_RUN);
    const queriesOf = (run: number) => queries.slice(run * QUERIES_PER_RUN, (run + 1) * QUERIES_PER_RUN);
    const { byIndex, byScan } = await inTurn(RUNS, {
      async byIndex(run) {
        // Had the machine been so slow that the worker was stopped meanwhile, this wakes it.
        await askSearch(browser.manicule.desk, 'anything');
        return typeAll(index, queriesOf(run));
      },
      byScan: (run) => typeAll(scan, queriesOf(run)),
    });
    const papers = PAPERS.toLocaleString('en');
    const against = (of: (keys: number[]) => number) => ({ what: 'linear scan in the page', measured: byScan.map(of) });
    return [
      {
        what: `key pressed to results painted, ${papers} papers, worker awake`,
        unit: 'ms',
        measured: byIndex.map(median),
        against: against(median),
        reach: { under: 50 },
      },
      { what: 'the slowest key in ten', unit: 'ms', measured: byIndex.map(slowest), against: against(slowest) },
    ];
  } finally {
    await browser.close();
  }
}

const slowest = (keys: number[]) => quantile(keys, 0.9);

/** What people type: the first two or three words of a title that they remember. */
function makeQueries(count: number): string[] {
  const random = createRandom(PAPERS);
  const papers = [...makePapers(PAPERS)];
  return Array.from({ length: count }, () =>
    random.pick(papers).title.toLowerCase().split(' ').slice(0, random.between(2, 3)).join(' '),
  );
}

/** Opens a page with a search box that notes how long each key takes. */
async function openSearch({ context }: BenchBrowser, address: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(address);
  await tab.locator('[data-waiting]').waitFor({ state: 'attached' });
  await tab.evaluate(notePaints);
  return tab;
}

/**
 * Runs in the page. A key's results are there when its panel waits no longer, and painted when a task runs after the
 * next frame. Only anonymous functions: what names them does not exist in a page.
 */
function notePaints(): void {
  globalThis.painted = [];
  let pressed = 0;
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
  const panel = document.querySelector('[data-waiting]') as Element;
  new MutationObserver(() => {
    if (panel.getAttribute('data-waiting') !== 'false') return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => painted.push(performance.now() - pressed));
      port1.start();
      port2.postMessage('');
    });
  }).observe(panel, { attributeFilter: ['data-waiting'] });
}

/** Types queries, one key at a time, each when the results of the one before are painted. */
async function typeAll(tab: Page, queries: readonly string[]): Promise<number[]> {
  await tab.bringToFront();
  await tab.evaluate(() => painted.splice(0));
  let keys = 0;
  for (const query of queries) {
    await tab.locator('input[type=search]').fill('');
    for (const letter of query) {
      // A space adds nothing to search for, but is a key like any other.
      await tab.keyboard.press(letter === ' ' ? 'Space' : letter);
      keys++;
      await tab.waitForFunction((count) => painted.length === count, keys, { polling: 5 });
    }
    const shown = await tab.locator('[data-results] [data-arxiv-id]').count();
    if (shown === 0) throw new Error(`Nothing was found for "${query}".`);
  }
  return tab.evaluate(() => painted);
}
