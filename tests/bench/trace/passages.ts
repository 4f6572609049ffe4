/** What is found of passages that were planted in made-up pages, and how soon, by a worker that was stopped or awake. */
import type { Page } from 'playwright-core';
import type { Passage } from '../../../lib/passage';
import { ask } from '../ask';
import type { BrowserWith } from '../browser';
import { makePapers } from '../corpus';
import { bundle } from '../inject';
import { inTurn } from '../rounds';
import type { Row } from '../row';
import { inFull } from '../search/rows';
import { type MadePage, makePages } from './pages';
import { bytesOfPrints } from './prints-on-disk';
import type * as scan from './scan-page';
import { startWorker } from './start-worker';

const [COLD_ROUNDS, SCANS] = [25, 3];

/** Words of the pages that are timed, and passages on each. */
const [TIMED_WORDS, TIMED_PLANTS] = [5000, 3];

/** Pages that are looked through for what is planted in them, and as many without; so many of each at a time. */
const [PAGES, AT_ONCE, RUNS] = [10_000, 10, 10];

/** What the worker is given. */
declare global {
  var scanned: typeof scan;
}

/** Measures in a browser that holds so many papers. */
export async function passages(browser: BrowserWith<'manicule'>, papers: number): Promise<Row[]> {
  const { desk } = browser.extensions.manicule;
  const planted = await lookThrough(desk, makePages(papers, 500, 1));
  const plain = await lookThrough(desk, makePages(papers, 500, 0));
  const of = `of passages of at least 12 words planted in ${PAGES.toLocaleString('en')} pages, ${inFull(papers)}`;
  return [
    { what: `found ${of}`, unit: '%', measured: planted.map(({ found }) => found), reach: { least: 100 } },
    {
      what: `the right paper first ${of}`,
      unit: '%',
      measured: planted.map(({ first }) => first),
      reach: { least: 99.9 },
    },
    {
      what: `of ${PAGES.toLocaleString('en')} pages without any, those on which a passage was found, ${inFull(papers)}`,
      unit: '%',
      measured: plain.map(({ wrong }) => wrong),
      reach: { under: 0 },
    },
    ...(await timed(browser, papers)),
    await size(desk, papers),
  ];
}

/** In a hundred: of what is planted, what was found, and with the right paper first; of the pages, those with anything else. */
interface Share {
  found: number;
  first: number;
  wrong: number;
}

/** Has all pages traced, several at a time, and sums up what was found, run by run. */
async function lookThrough(desk: Page, pages: Iterator<MadePage>): Promise<Share[]> {
  const shares: Share[] = [];
  for (let run = 0; run < RUNS; run++) {
    let [planted, found, first, wrong] = [0, 0, 0, 0];
    for (let page = 0; page < PAGES / RUNS; page += AT_ONCE) {
      const several = Array.from({ length: AT_ONCE }, () => pages.next().value as MadePage);
      const { took: _took, answer } = await traced(desk, several.map(({ text }) => text).join('\n'));
      let from = 0;
      for (const { text, planted: plants } of several) {
        const own = answer.filter(({ start }) => start >= from && start < from + text.length);
        for (const { id, start, end } of plants) {
          planted++;
          const over = own.filter((passage) => passage.start < from + end && from + start < passage.end);
          const [longest] = over.toSorted((one, other) => other.words - one.words);
          if (over.some((passage) => passage.papers.includes(id) && passage.start <= from + start)) found++;
          if (longest?.papers[0] === id) first++;
        }
        const isOfNone = ({ start, end }: Passage) =>
          !plants.some((plant) => start < from + plant.end && from + plant.start < end);
        if (own.some(isOfNone)) wrong++;
        from += text.length + 1;
      }
    }
    const share = (count: number) => (planted === 0 ? 100 : (100 * count) / planted);
    shares.push({ found: share(found), first: share(first), wrong: (100 * wrong * RUNS) / PAGES });
  }
  return shares;
}

/** How soon a page is traced. */
async function timed(browser: BrowserWith<'manicule'>, papers: number): Promise<Row[]> {
  const { desk, afterStop } = browser.extensions.manicule;
  const made = makePages(papers, TIMED_WORDS, TIMED_PLANTS);
  const pages = Array.from({ length: COLD_ROUNDS + 1 }, () => (made.next().value as MadePage).text);
  const pageOf = (round: number) => pages[round] ?? '';
  const ping = () => ask(desk, { type: 'badgeLook', timestamp: Date.now() });
  const code = await bundle('trace/scan-page.ts', 'scanned');

  const { pings, cold, warm } = await inTurn(COLD_ROUNDS, {
    pings: async () => (await afterStop(ping)).took,
    cold: async (round) => (await afterStop(() => traced(desk, pageOf(round)))).took,
    warm: async (round) => (await traced(desk, pageOf((round + 1) % pages.length))).took,
  });

  async function scanning(text: string): Promise<number> {
    const { worker, took } = await startWorker(browser, code);
    return took + (await worker.evaluate((page) => globalThis.scanned.scan(page), text));
  }
  const { index, scans } = await inTurn(SCANS, {
    index: async (round) => (await afterStop(() => traced(desk, pageOf(round)))).took,
    scans: (round) => afterStop(() => scanning(pageOf(round))),
  });

  const what = `tracing a page of ${TIMED_WORDS.toLocaleString('en')} words`;
  return [
    {
      what: `${what}, from a stopped worker to its answer, ${inFull(papers)}`,
      unit: 'ms',
      measured: cold,
      against: { what: 'a ping that wakes the same worker', measured: pings },
      reach: { ratio: 3 },
    },
    { what: `${what}, worker awake, ${inFull(papers)}`, unit: 'ms', measured: warm },
    {
      what: `${what}, worker stopped, ${inFull(papers)}`,
      unit: 'ms',
      measured: index,
      against: { what: 'a scan of all texts for its runs of 12 words', measured: scans },
      reach: { ratio: 1 / 100 },
    },
  ];
}

async function size(desk: Page, papers: number): Promise<Row> {
  let text = 0;
  for (const { abstract = '' } of makePapers(papers)) text += Buffer.byteLength(abstract);
  return {
    what: `fingerprints on disk, ${inFull(papers)}`,
    unit: 'bytes',
    measured: [await bytesOfPrints(desk)],
    against: { what: 'the abstracts that they are of', measured: [text] },
    reach: { ratio: 0.3 },
  };
}

async function traced(desk: Page, text: string): Promise<{ took: number; answer: Passage[] }> {
  const { took, answer } = await ask(desk, { type: 'trace', data: text, timestamp: Date.now() });
  const { res, err } = answer as { res?: Passage[]; err?: { message: string } };
  if (!res) throw new Error(`A page was not traced: ${err?.message}`);
  return { took, answer: res };
}
