/** How the library page keeps up with 50,000 papers, beside a table of all of them and a filter over an array. */
import type { Page } from 'playwright-core';
import { fillLibrary } from '../browser/library';
import { type BenchBrowser, launchBrowser } from './browser';
import { makePapers } from './corpus';
import { inTurn } from './rounds';
import type { Row } from './row';
import { median } from './stats';

const PAPERS = 50_000;
const RUNS = 11;

/** As many as the library page draws of a list. */
const SHOWN = 30;

/** A filter of each kind, and what the array is gone through for in its place. */
const FILTERS = [
  { filter: 'year:2020', text: '2020-' },
  { filter: 'cat:cs.CL', text: 'cs.cl' },
  { filter: 'venue:neurips', text: 'neurips' },
];

/** Runs the benchmark in a browser of its own. */
export async function library(): Promise<Row[]> {
  const browser = await launchBrowser();
  try {
    await fillLibrary(browser.manicule, [...makePapers(PAPERS)]);
    const own = await openList(browser, browser.manicule.addressOf('library.html'));
    const table = await openList(browser, browser.peer.addressOf(`table.html?papers=${PAPERS}`));
    const array = await openList(browser, browser.peer.addressOf(`table.html?papers=${PAPERS}&shown=${SHOWN}`));

    const runs = await inTurn(RUNS, {
      scrollOwn: () => inFront(own, () => own.evaluate(scroll)),
      scrollTable: () => inFront(table, () => table.evaluate(scroll)),
      filterOwn: () =>
        inFront(own, () =>
          filterBy(
            own,
            FILTERS.map(({ filter }) => filter),
          ),
        ),
      filterArray: () =>
        inFront(array, () =>
          filterBy(
            array,
            FILTERS.map(({ text }) => text),
          ),
        ),
    });
    const papers = PAPERS.toLocaleString('en');
    return [
      {
        what: `scrolling through ${papers} papers: the longest frame`,
        unit: 'ms',
        measured: runs.scrollOwn,
        against: { what: 'a table of all', measured: runs.scrollTable },
        reach: { under: 50 },
      },
      {
        what: `a filter over ${papers} papers, set to painted`,
        unit: 'ms',
        measured: runs.filterOwn,
        against: { what: 'a filter over an array', measured: runs.filterArray },
        reach: { under: 100 },
      },
    ];
  } finally {
    await browser.close();
  }
}

async function openList({ context }: BenchBrowser, address: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(address);
  await tab.locator('[data-arxiv-id]').first().waitFor({ timeout: 120_000 });
  return tab;
}

async function inFront<Measured>(tab: Page, measure: () => Promise<Measured>): Promise<Measured> {
  await tab.bringToFront();
  return measure();
}

/**
 * Runs in the page: scrolls down by most of a window in each of 60 frames, and gives the longest time between two. Only
 * anonymous functions: what names them does not exist in a page.
 */
async function scroll(): Promise<number> {
  const list = document.querySelector('[data-list]') as HTMLElement;
  list.scrollTop = 0;
  for (let settle = 0; settle < 10; settle++) await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let longest = 0;
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let step = 0; step < 60; step++) {
    list.scrollTop += 700;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}

/** Sets filters one after the other; gives the median of the times until they are painted. */
async function filterBy(tab: Page, texts: string[]): Promise<number> {
  return median(await tab.evaluate(setEach, texts));
}

/** Runs in the page. What is set is painted when a task runs after the next frame. */
async function setEach(texts: string[]): Promise<number[]> {
  const box = document.querySelector('input[type=search]') as HTMLInputElement;
  const times: number[] = [];
  for (const text of [...texts, '']) {
    const started = performance.now();
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve());
        port1.start();
        port2.postMessage('');
      }),
    );
    times.push(performance.now() - started);
    // What is counted of the list afterwards is not part of the next one.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return times.slice(0, texts.length);
}
