/** Manicule and search engines over the same papers, in a browser of their own. */
import type { Page } from 'playwright-core';
import type { PackSummary } from '../../../lib/pack';
import type { PaperId } from '../../../lib/paper';
import { ask, askRank, askSearch } from '../ask';
import { type BrowserWith, launchWith } from '../browser';
import type { EngineName } from '../build-peer';
import { bytesOfPrints } from '../trace/prints-on-disk';
import type { EngineAnswer, EngineRequest, Sizes } from './engines/engine';
import { makePapers } from '../corpus';
import { type Imported, MADE_UP } from '../feed';
import { fillEngineWith, fillWith } from '../fill';
import { workerHeap } from './worker-heap';

interface Searched {
  /** Milliseconds from the question to its answer. */
  took: number;
  /** The best papers, best first. */
  ids: PaperId[];
}

/** One that can be searched: Manicule, or a search engine in the worker of an extension. */
export interface Searcher {
  search(query: string): Promise<Searched>;
  /** The same, answered with ids and nothing else, as engines always do. */
  searchForIds(query: string): Promise<Searched>;
  /** The same as a search, but the worker is stopped first. */
  searchCold(query: string): Promise<Searched>;
  /** What the worker holds in memory, in bytes. */
  heap(): Promise<number>;
  /** What its index takes on disk, in bytes. */
  size: number;
  imported: Imported;
}

export interface Stage<Name extends EngineName = EngineName> {
  papers: number;
  searchers: Record<Name | 'manicule', Searcher>;
  /** Milliseconds in which Manicule's worker, once it is stopped, answers what it knows without looking anywhere. */
  pingCold(): Promise<number>;
  /** The bytes of the text that is searched. */
  text: number;
  close(): Promise<void>;
}

/** As many results as the engines give. */
const LIMIT = 20;

/**
 * Starts a browser and has so many papers taken in; says so, since it may take minutes.
 *
 * @param folders of the engines, as they are built.
 */
export async function openStage<Name extends EngineName>(
  papers: number,
  folders: Record<Name, string>,
): Promise<Stage<Name>> {
  console.log(`Taking in ${papers.toLocaleString('en')} papers.`);
  const browser = await launchWith(folders);
  try {
    const { manicule } = browser.extensions;
    const searchers = { manicule: await maniculeIn(browser, papers) } as Record<Name | 'manicule', Searcher>;
    for (const name of Object.keys(folders) as Name[]) searchers[name] = await engineIn(browser, name, papers);
    return {
      papers,
      searchers,
      pingCold: async () => (await manicule.afterStop(() => askNothing(manicule.desk))).took,
      text: textBytes(papers),
      close: browser.close,
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function maniculeIn({ context, extensions }: BrowserWith<'manicule'>, papers: number): Promise<Searcher> {
  const { desk, afterStop, addressOf } = extensions.manicule;
  const imported = await fillWith(papers, extensions.manicule);
  const search = (query: string) => askSearch(desk, query, LIMIT);
  return {
    search,
    searchForIds: (query) => askRank(desk, query, LIMIT),
    searchCold: (query) => afterStop(() => search(query)),
    heap: () => workerHeap(context, addressOf('')),
    imported,
    size: await indexSize(desk),
  };
}

async function engineIn<Name extends EngineName>(
  { context, extensions }: BrowserWith<Name>,
  name: Name,
  papers: number,
): Promise<Searcher> {
  const { desk, afterStop, addressOf } = extensions[name];
  const imported = await fillEngineWith(papers, extensions[name]);
  const search = (query: string) => askEngine(desk, { ask: 'search', query });
  const sizes = async () => (await askEngine(desk, { ask: 'sizes' })).sizes;
  return {
    search,
    searchForIds: search,
    searchCold: (query) => afterStop(() => search(query)),
    heap: async () => (await workerHeap(context, addressOf(''))) + (await sizes()).wasm,
    imported,
    size: (await sizes()).disk,
  };
}

/** Asks Manicule's worker for what it knows without looking anywhere. */
function askNothing(desk: Page): ReturnType<typeof ask> {
  return ask(desk, { type: 'badgeLook', timestamp: Date.now() });
}

async function askEngine(desk: Page, request: EngineRequest): Promise<Searched & { sizes: Sizes }> {
  const { took, answer } = await ask(desk, request);
  const given = answer as EngineAnswer;
  if ('problem' in given) throw new Error(given.problem);
  return { took, ids: given.found, sizes: given.sizes };
}

/** The bytes of the index of the made-up papers, without what only tracing needs. */
async function indexSize(desk: Page): Promise<number> {
  const { answer } = await ask(desk, { type: 'packs', timestamp: Date.now() });
  const pack = (answer as { res: PackSummary[] }).res.find(({ name }) => name === MADE_UP);
  if (!pack) throw new Error('Manicule does not list the pack.');
  return pack.bytes.index - (await bytesOfPrints(desk));
}

/** The UTF-8 bytes of the texts of so many papers that are searched. */
function textBytes(papers: number): number {
  let bytes = 0;
  for (const { id, title, authors, venue = '', abstract = '' } of makePapers(papers)) {
    bytes += Buffer.byteLength([id, title, ...authors, venue, abstract].join(''));
  }
  return bytes;
}
