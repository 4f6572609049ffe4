/** What reading a page costs it, beside the least that it can cost and beside what comparable extensions do. */
import type { BrowserContext } from 'playwright-core';
import { attempt } from './attempt';
import { type BenchBrowser, launchBrowser } from './browser';
import { makeBlog } from './pages/blog';
import { makeBusyPage } from './pages/busy';
import { makeLargePage } from './pages/large';
import { makeListing } from './pages/listing';
import type { MadePage } from './pages/made';
import { readWithManicule, readWithPeer, readWithWalker } from './readers';
import { inTurn } from './rounds';
import type { Row } from './row';

const ROUNDS = 4;
/** How many places of the large page name a paper by its title: as many as are recognised. */
const TITLES = 100;

interface Measured {
  what: string;
  make: () => MadePage;
  /** How much more than a content script's bare walk all of it may cost; without it, that is told for information. */
  ratio?: number;
}

const PAGES: readonly Measured[] = [
  { what: '100,000 texts', make: () => makeLargePage({ texts: 100_000, mentions: 300, titles: TITLES }), ratio: 2 },
  { what: 'a listing of 2,000 rows', make: () => makeListing(2000) },
  { what: 'a blog of 3 MB without an id', make: () => makeBlog(3_000_000), ratio: 1.5 },
  { what: '10,000 changes at once', make: () => makeBusyPage(10_000) },
];

/** Runs the benchmark in a browser of its own. */
export async function page(): Promise<Row[]> {
  const browser = await launchBrowser();
  try {
    const plain = await browser.newPlainContext();
    const rows: Row[] = [];
    for (const measured of PAGES) {
      rows.push(...(await attempt(measured.what, () => measure(measured, browser, plain))));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function measure({ what, make, ratio }: Measured, browser: BenchBrowser, plain: BrowserContext): Promise<Row[]> {
  const made = make();
  for (const context of [browser.context, plain]) {
    await context.route(made.address, (route) => route.fulfill({ contentType: 'text/html', body: made.html }));
  }
  const { manicule, walker, ownWalker, peer } = await inTurn(ROUNDS, {
    manicule: () => readWithManicule(browser, made),
    walker: () => readWithWalker(plain, made),
    ownWalker: () => readWithWalker(plain, made, 'of the page'),
    peer: () => readWithPeer(plain, made),
  });
  const { known } = made.burst?.contents ?? made.contents;
  const total = { what: `${what}, ${known.toLocaleString('en')} badges: work of all tasks`, unit: 'ms' } as const;
  return [
    {
      ...total,
      measured: manicule.map(sumOf),
      against: { what: 'bare TreeWalker of a content script', measured: walker.map(sumOf) },
      ...(ratio && { reach: { ratio } }),
    },
    {
      ...total,
      measured: manicule.map(sumOf),
      against: { what: "bare TreeWalker of the page's own", measured: ownWalker.map(sumOf) },
    },
    { ...total, measured: manicule.map(sumOf), against: { what: PEER, measured: peer.map(sumOf) } },
    {
      what: `${what}: the longest task`,
      unit: 'ms',
      measured: manicule.map(longestOf),
      against: { what: PEER, measured: peer.map(longestOf) },
      reach: { under: 50 },
    },
  ];
}

const PEER = 'all elements on each scroll';

const sumOf = (tasks: number[]) => tasks.reduce((sum, task) => sum + task, 0);
const longestOf = (tasks: number[]) => Math.max(...tasks);
