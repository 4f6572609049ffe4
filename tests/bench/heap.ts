/** Whether a page that is never loaded anew keeps what is gone from it. */
import type { Page } from 'playwright-core';
import { devTools } from '../browser/accessibility';
import { askSurvey } from './ask';
import { type BenchBrowser, launchBrowser } from './browser';
import { application, goToRoute } from './pages/routes';
import { inTurn } from './rounds';
import type { Row } from './row';

const ROUNDS = 4;
/** By the first of them everything has been used that is kept for good; from there to the second nothing may grow. */
const [FEW, MANY] = [10, 100];

/** Machine code is made of whatever runs often, and would hide for many routes whether anything else grows. */
const WITHOUT_MACHINE_CODE = '--js-flags=--jitless';

interface Weight {
  /** What the heap of the page and of all scripts in it holds, in bytes. */
  heap: number;
  /** Nodes that stand in the page or are still held by anyone. */
  nodes: number;
}

/** Runs the benchmark in a browser of its own. */
export async function heap(): Promise<Row[]> {
  const browser = await launchBrowser(WITHOUT_MACHINE_CODE);
  try {
    const { address, html } = application;
    await browser.context.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    const { weights } = await inTurn(ROUNDS, { weights: () => goAround(browser) });
    const row = (what: string, unit: Row['unit'], of: keyof Weight): Row => ({
      what: `${what} after ${MANY} routes of a single-page application`,
      unit,
      measured: weights.map(({ many }) => many[of]),
      against: { what: `after ${FEW} routes`, measured: weights.map(({ few }) => few[of]) },
      reach: { ratio: 1.05 },
    });
    return [row('heap without machine code', 'bytes', 'heap'), row('nodes', 'nodes', 'nodes')];
  } finally {
    await browser.close();
  }
}

/** Goes through all routes, on each until its badges stand, and weighs the page twice. */
async function goAround({ context, manicule }: BenchBrowser): Promise<{ few: Weight; many: Weight }> {
  const tab = await context.newPage();
  await tab.goto(application.address);
  const goOn = async (from: number, to: number) => {
    for (let route = from; route <= to; route++) await untilMarked(tab, await goToRoute(tab, route));
    // It answers when it has nothing left to do.
    await askSurvey(manicule.desk, tab);
    return weigh(tab);
  };
  const few = await goOn(1, FEW);
  const many = await goOn(FEW + 1, MANY);
  await tab.close();
  return { few, many };
}

/** Waits for a badge for each of these papers, and for no other one. */
async function untilMarked(tab: Page, papers: string[]): Promise<void> {
  await tab.waitForFunction((ids) => {
    const badges = [...document.querySelectorAll<HTMLElement>('manicule-badge')];
    const marked = badges.map(({ dataset }) => dataset['arxivId']);
    return marked.toSorted().join() === ids.toSorted().join();
  }, papers);
}

async function weigh(tab: Page): Promise<Weight> {
  const session = await devTools(tab);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const nodes = metrics.find(({ name }) => name === 'Nodes')?.value;
  if (nodes === undefined) throw new Error('The browser does not count nodes.');
  return { heap: usedSize, nodes };
}
