/** Manicule and search engines over the same papers, in a browser of their own. */
import type { Page } from 'playwright-core';
import type { PackSummary } from '../../../lib/pack';
import type { PaperId } from '../../../lib/paper';
import { ask, askSearch } from '../ask';
import { type Extension, launchWith } from '../browser';
import type { EngineName } from '../build-peer';
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
  /** The same, but the worker is stopped first. */
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
  /** Asks Manicule's worker, once it is stopped, for what it knows without looking anywhere. */
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
  const { context, extensions, close } = await launchWith(folders);
  const heapOf = ({ addressOf }: Extension) => workerHeap(context, addressOf(''));
  const { desk, afterStop } = extensions.manicule;
  const searchers = {
    manicule: {
      search: (query) => askSearch(desk, query, LIMIT),
      searchCold: (query) => afterStop(() => askSearch(desk, query, LIMIT)),
      heap: () => heapOf(extensions.manicule),
      imported: await fillWith(papers, extensions.manicule),
      size: await indexSize(desk),
    },
  } as Record<Name | 'manicule', Searcher>;
  for (const name of Object.keys(folders) as Name[]) searchers[name] = await engineIn(extensions[name], heapOf, papers);
  return {
    papers,
    searchers,
    pingCold: async () => (await afterStop(() => ask(desk, { type: 'badgeLook', timestamp: Date.now() }))).took,
    text: textBytes(papers),
    close,
  };
}

async function engineIn(
  extension: Extension,
  heapOf: (extension: Extension) => Promise<number>,
  papers: number,
): Promise<Searcher> {
  const { desk, afterStop } = extension;
  const imported = await fillEngineWith(papers, extension);
  const search = (query: string) => askEngine(desk, { ask: 'search', query });
  return {
    search,
    searchCold: (query) => afterStop(() => search(query)),
    heap: async () => (await heapOf(extension)) + (await askEngine(desk, { ask: 'sizes' })).sizes.wasm,
    imported,
    size: (await askEngine(desk, { ask: 'sizes' })).sizes.disk,
  };
}

async function askEngine(desk: Page, request: EngineRequest): Promise<Searched & { sizes: Sizes }> {
  const { took, answer } = await ask(desk, request);
  const given = answer as EngineAnswer;
  if ('problem' in given) throw new Error(given.problem);
  return { took, ids: given.found, sizes: given.sizes };
}

/** The bytes of the index of the made-up papers. */
async function indexSize(desk: Page): Promise<number> {
  const { answer } = await ask(desk, { type: 'packs', timestamp: Date.now() });
  const pack = (answer as { res: PackSummary[] }).res.find(({ name }) => name === MADE_UP);
  if (!pack) throw new Error('Manicule does not list the pack.');
  return pack.bytes.index;
}

/** The UTF-8 bytes of the texts of so many papers that are searched. */
function textBytes(papers: number): number {
  let bytes = 0;
  for (const { id, title, authors, venue = '', abstract = '' } of makePapers(papers)) {
    bytes += Buffer.byteLength([id, title, ...authors, venue, abstract].join(''));
  }
  return bytes;
}
