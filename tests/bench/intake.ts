/** What else is asked of the worker while papers come into a pack: whether that waits, and how long. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { outcomeOf } from '../browser/exchange';
import { choosePack } from '../browser/packs';
import { askSearch } from './ask';
import { launchWith } from './browser';
import { makePapers } from './corpus';
import { fillWith, untilTidied } from './fill';
import type { Row } from './row';
import { makeQueries } from './search/queries';
import { inFull } from './search/rows';
import { writeSnapshot } from './snapshot';
import { median } from './stats';
import { traceWorker } from './tracing';

/** As many as there are before, and so many more that segments are merged while they come in. */
const [THERE, COMING] = [20_000, 90_000];
const RUNS = 3;

/** In milliseconds: a key of somebody who types at leisure. */
const BETWEEN_SEARCHES = 200;
/** How many searches tell what one takes while nothing comes in. */
const AT_REST = 60;

/** With the next batch the eighth segment is full: it is written, and eight are merged. */
const BEFORE_MERGE = 67_500;

/** In milliseconds: an import takes no longer, on whatever machine. */
const PATIENCE = 600_000;

/** When the page of an import has shown another number of papers, in milliseconds. */
declare global {
  var steps: number[];
}

/** Milliseconds. */
interface Measured {
  /** Of each task of the worker. */
  tasks: number[];
  atRest: number[];
  /** Of each search while papers came in. */
  meanwhile: number[];
  /** From one step of progress to the next. */
  steps: number[];
  /** From Cancel to what is said then. */
  cancel: number;
}

/** Runs the benchmark, each time in a browser of its own. */
export async function intake(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'manicule-bench-'));
  try {
    const path = join(folder, 'snapshot.json');
    writeSnapshot(path, coming());
    const runs: Measured[] = [];
    while (runs.length < RUNS) runs.push(await measure(path));
    const row = (what: string, of: (run: Measured) => number): Row => ({
      what: `${what}, ${inFull(COMING)} coming in`,
      unit: 'ms',
      measured: runs.map(of),
    });
    const against = (of: (times: number[]) => number) => ({
      what: 'with nothing coming in',
      measured: runs.map(({ atRest }) => of(atRest)),
    });
    return [
      { ...row("the worker's longest task", ({ tasks }) => longest(tasks)), reach: { under: 50 } },
      { ...row('a search', ({ meanwhile }) => median(meanwhile)), against: against(median) },
      { ...row('the slowest search', ({ meanwhile }) => longest(meanwhile)), against: against(longest) },
      row('the longest time without a step of progress', ({ steps }) => longest(steps)),
      row('Cancel, until it is answered', ({ cancel }) => cancel),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const longest = (times: number[]) => times.reduce((most, time) => Math.max(most, time), 0);

function* coming() {
  let at = 0;
  for (const paper of makePapers(THERE + COMING)) if (at++ >= THERE) yield paper;
}

async function measure(path: string): Promise<Measured> {
  const { context, extensions, close } = await launchWith({});
  try {
    const { desk, addressOf } = extensions.manicule;
    await fillWith(THERE, extensions.manicule);
    const page = await context.newPage();
    await page.goto(addressOf('library.html'));
    const search = searching(desk);
    const atRest: number[] = [];
    while (atRest.length < AT_REST) atRest.push(await search());

    const { tasks, result } = await traceWorker(context.browser() as Browser, addressOf('background.js'), async () => {
      await begin(page, 'Whole', path);
      return { meanwhile: await until(whole(page), search), steps: await stepsOf(page) };
    });
    return { tasks, atRest, ...result, cancel: await timeCancel(page, path) };
  } finally {
    await close();
  }
}

/** Gives a function that searches for something else each time, after a pause; it gives what the search took. */
function searching(desk: Page): () => Promise<number> {
  const queries = makeQueries(500);
  let next = 0;
  return async () => {
    await desk.waitForTimeout(BETWEEN_SEARCHES);
    return (await askSearch(desk, queries[next++ % queries.length]?.text ?? '')).took;
  };
}

/** Searches until an import has ended, and gives what each search took. */
async function until(ended: Promise<void>, search: () => Promise<number>): Promise<number[]> {
  const state = { isOver: false };
  const over = ended.finally(() => (state.isOver = true));
  const took: number[] = [];
  while (!state.isOver) took.push(await search());
  await over;
  return took;
}

async function begin(page: Page, name: string, path: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate(noteSteps);
  await choosePack(page, name, path);
}

/** Resolves when all papers are there, and their segments are merged. */
async function whole(page: Page): Promise<void> {
  const { imported } = await outcomeOf(page, PATIENCE);
  if (imported !== COMING) throw new Error(`${imported} of ${COMING} papers were imported.`);
  await untilTidied(page);
}

/** Runs in the page. The last step is the end. */
function noteSteps(): void {
  globalThis.steps = [];
  let shown = '';
  new MutationObserver(() => {
    const text = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuetext');
    const papers = /[\d,]+ paper/.exec(text ?? 'none')?.[0] ?? 'none';
    if (papers !== shown) globalThis.steps.push(performance.now());
    shown = papers;
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-valuetext'] });
}

/** The times between the steps of an import that has ended. */
async function stepsOf(page: Page): Promise<number[]> {
  const moments = await page.evaluate(() => globalThis.steps);
  return moments.slice(1).map((moment, at) => moment - (moments[at] ?? moment));
}

/** Begins the import once more and cancels it where that waits longest: while a segment is written, before many merge. */
async function timeCancel(page: Page, path: string): Promise<number> {
  await page.getByRole('button', { name: 'Close' }).click();
  await begin(page, 'Cancelled', path);
  await page.waitForFunction(hasTaken, BEFORE_MERGE, { timeout: PATIENCE });
  const start = performance.now();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await outcomeOf(page, PATIENCE);
  return performance.now() - start;
}

/** Runs in the page. */
function hasTaken(count: number): boolean {
  const text = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuetext') ?? '';
  return Number((/([\d,]+) paper/.exec(text)?.[1] ?? '0').replaceAll(',', '')) >= count;
}
