/** Whether 50,000 papers that a person keeps weigh no more on the worker than few: beside all of them in its memory. */
import type { Page } from 'playwright-core';
import { healthOf, makeEdit } from '../browser/edits';
import { fillLibrary } from '../browser/library';
import { askSearch } from './ask';
import { type BrowserWith, launchWith } from './browser';
import { makePapers } from './corpus';
import { countIn, PATIENCE, untilTidied } from './fill';
import { inTurn } from './rounds';
import type { Row } from './row';
import { makeQueries } from './search/queries';
import { workerHeap } from './search/worker-heap';
import { until } from './until';

const PAPERS = 50_000;
const [COLD_ROUNDS, WARM_ROUNDS, WEIGHINGS] = [11, 11, 2];
const QUERIES_BEFORE_WEIGHING = 50;
const LIMIT = 20;

type Manicule = BrowserWith<'manicule'>;

/** Runs the benchmark, in two browsers. */
export async function kept(): Promise<Row[]> {
  const browsers: Manicule[] = [];
  try {
    // Papers that are written past the worker are loose, and stay so until something is changed.
    for (let at = 0; at < 2; at++) browsers.push(await launchWith({}));
    const [loose, stacked] = browsers as [Manicule, Manicule];
    for (const { extensions } of browsers) await fillLibrary(extensions.manicule, [...makePapers(PAPERS)]);
    await stack(stacked.extensions.manicule.desk);

    const queries = makeQueries(500).map(({ text }) => text);
    const beside = <Measured>(measure: (browser: Manicule, round: number) => Promise<Measured>) => ({
      stacked: (round: number) => measure(stacked, round),
      loose: (round: number) => measure(loose, round),
    });
    const cold = await inTurn(
      COLD_ROUNDS,
      beside((browser, round) => searchCold(browser, queries[round] ?? '')),
    );
    const warm = await inTurn(
      WARM_ROUNDS,
      beside(
        async ({ extensions }, round) =>
          (await askSearch(extensions.manicule.desk, queries[100 + round] ?? '', LIMIT)).took,
      ),
    );
    const heap = await inTurn(
      WEIGHINGS,
      beside((browser) => weigh(browser, queries.slice(200, 200 + QUERIES_BEFORE_WEIGHING))),
    );
    const row = (what: string, unit: Row['unit'], runs: { stacked: number[]; loose: number[] }): Row => ({
      what: `${what}, ${PAPERS.toLocaleString('en')} papers kept`,
      unit,
      measured: runs.stacked,
      against: { what: 'all of them in memory', measured: runs.loose },
    });
    return [
      row('a search, from a stopped worker to its answer', 'ms', cold),
      row('a search, worker awake', 'ms', warm),
      row('memory of the worker after 50 searches', 'bytes', heap),
    ];
  } finally {
    for (const { close } of browsers) await close();
  }
}

/** Changes something, and waits until all papers but few are in the stacks. */
async function stack(desk: Page): Promise<void> {
  const [first] = makePapers(1);
  await makeEdit({ desk }, { kind: 'star', id: first?.id ?? '' });
  const isStacked = async () => {
    // The worker is not stopped while it is asked for something.
    await healthOf({ desk });
    return (await countIn(desk, 'loose')) === 0;
  };
  await until('all papers are in the stacks', isStacked, PATIENCE);
  await untilTidied(desk);
}

async function searchCold({ extensions }: Manicule, query: string): Promise<number> {
  const { desk, afterStop } = extensions.manicule;
  return (await afterStop(() => askSearch(desk, query, LIMIT))).took;
}

/** What a worker holds that was started anew and has answered these queries, in bytes. */
async function weigh(browser: Manicule, [first = '', ...more]: readonly string[]): Promise<number> {
  const { context, extensions } = browser;
  const { desk, addressOf } = extensions.manicule;
  await searchCold(browser, first);
  for (const query of more) await askSearch(desk, query, LIMIT);
  return workerHeap(context, addressOf(''));
}
