/** What reading a page costs it, beside the least that reading all of it can cost. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { makePage } from './pages';
import type { Row } from './row';
import { traceTasks } from './tracing';

const ROUNDS = 11;
const ADDRESS = 'https://large.example.org/';
const made = makePage(100_000, 300);

/** What the bare walk leaves in its page. */
declare global {
  var walked: { texts: number; letters: number } | undefined;
}

/** The script under which the trace knows the bare walk. */
const BARE_WALK = 'bare-walk.js';

/**
 * Reads every text once and does nothing with it, in the first idle moment of a page that has loaded: no sooner than
 * the extension's script begins.
 */
function walkWhenLoaded(): void {
  requestIdleCallback(() => {
    if (document.readyState !== 'complete') return walkWhenLoaded();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = { texts: 0, letters: 0 };
    while (walker.nextNode()) {
      seen.texts++;
      seen.letters += (walker.currentNode as Text).data.length;
    }
    globalThis.walked = seen;
  });
}

/** Runs the benchmark in a browser of its own. */
export async function page(): Promise<Row[]> {
  const browser = await launchBrowser();
  try {
    const plain = await browser.newPlainContext();
    for (const context of [browser.context, plain]) {
      await context.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: made.html }));
    }
    await plain.addInitScript({
      content: `${walkWhenLoaded}; if (top === self) walkWhenLoaded();\n//# sourceURL=${BARE_WALK}`,
    });

    const [totals, longest, walks]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round <= ROUNDS; round++) {
      const marking = await load(browser.context, '/page.js', allBadges);
      const walking = await load(plain, BARE_WALK, allTexts);
      // The first round is the browser's own warming up.
      if (round === 0) continue;
      totals.push(sumOf(marking));
      longest.push(Math.max(...marking));
      walks.push(sumOf(walking));
    }
    const texts = made.texts.toLocaleString('en');
    return [
      {
        what: `reading ${texts} texts and marking ${made.known} of ${made.mentions} mentions, work of all tasks`,
        unit: 'ms',
        measured: totals,
        against: { what: 'bare TreeWalker that reads them', measured: walks },
        reach: { ratio: 2.5 },
      },
      { what: 'the longest of these tasks', unit: 'ms', measured: longest, reach: { under: 50 } },
    ];
  } finally {
    await browser.close();
  }
}

/** Loads the page afresh. Resolves to the tasks of the script that reads it, once all is read. */
async function load(
  context: BrowserContext,
  script: string,
  untilRead: (page: Page) => Promise<unknown>,
): Promise<number[]> {
  const tab = await context.newPage();
  const tasks = await traceTasks(context.browser() as Browser, tab, script, async () => {
    await tab.goto(ADDRESS);
    await untilRead(tab);
  });
  await tab.close();
  return tasks;
}

/** The elements are looked for by a list that the browser keeps, so that waiting takes the page next to no time. */
async function allBadges(tab: Page): Promise<void> {
  const wait = { polling: 100, timeout: 60_000 };
  await tab.waitForFunction(
    (count) => document.getElementsByTagName('manicule-badge').length >= count,
    made.known,
    wait,
  );
  const badges = await tab.locator('manicule-badge').count();
  if (badges !== made.known) throw new Error(`There are ${badges} badges in the place of ${made.known}.`);
}

async function allTexts(tab: Page): Promise<void> {
  await tab.waitForFunction(() => globalThis.walked, undefined, { polling: 100, timeout: 60_000 });
  const texts = await tab.evaluate(() => globalThis.walked?.texts);
  if (texts !== made.texts) throw new Error(`The page has ${texts} texts in the place of ${made.texts}.`);
}

function sumOf(tasks: readonly number[]): number {
  return tasks.reduce((sum, task) => sum + task, 0);
}
