import * as fc from 'fast-check';
import { type IDBPDatabase, openDB } from 'idb';
import { expect } from 'vitest';
import { codeOfId } from '../../../lib/arxiv/id-code';
import type { PackCounts, PackOutcome, PackPaper } from '../../../lib/pack';
import type { PaperId } from '../../../lib/paper';
import { createPacks, type Packs } from '../../../lib/library/packs';
import { searchedOf } from '../../../lib/library/packs/tables';
import { parseQuery } from '../../../lib/search/query/parse';
import { findPrints } from '../../../lib/search/segment/find-prints';
import { searchSegments } from '../../../lib/search/segment/search';
import { type Database, connectTo } from '../../../lib/store/connection';
import type { Pack, Schema } from '../../../lib/store/schema';
import { densePrints } from '../../../lib/trace/prints';
import { NOTHING_KEPT } from '../search/segment/written-pack';
import { beforeEachRequest, createFuse } from '../store/fuse';

let count = 0;

/** So few papers fill a segment that there are many. */
const SEGMENT_PAPERS = 3;

export const idOf = (number: number): PaperId => `2511.${10_000 + number}`;
/** Of words that no other paper has, enough of them for fingerprints. */
const abstractOf = (number: number) => Array.from({ length: 12 }, (_, at) => `word${at}of${number}`).join(' ');
export const paper = (number: number, title = `Paper ${number}`): PackPaper => ({
  id: idOf(number),
  title,
  abstract: abstractOf(number),
});

/** The numbers of the papers that there may be. */
export const NUMBERS: readonly number[] = Array.from({ length: 24 }, (_, at) => at);
const anyNumber = fc.constantFrom(...NUMBERS);

/** A batch as it may come. */
export const anyBatch = fc.record({
  papers: fc.array(fc.tuple(anyNumber, fc.constantFrom('alpha', 'beta')), { maxLength: 9 }),
  removed: fc.array(anyNumber, { maxLength: 2 }),
});

export interface World {
  /** The packs as a worker has them that has just started; the one before is gone. */
  start(): Promise<Packs>;
  /** Has a worker do something that is killed at these moments, and another one, until one is not. */
  insist<Result>(kills: readonly number[], work: (packs: Packs) => Promise<Result>): Promise<Result>;
  /** What lies in the database, as nobody but a test looks at it. */
  inside<Result>(look: (database: Database) => Promise<Result>): Promise<Result>;
}

export function createWorld(): World {
  const name = `packs-world-${count++}`;
  let last: Promise<Database>[] = [];

  async function start(): Promise<Packs> {
    for (const opening of last.splice(0)) (await opening.catch(() => undefined))?.close();
    const connect = connectTo(name, async (opening) => {
      last.push(opening);
    });
    return createPacks(connect, () => 1000, SEGMENT_PAPERS);
  }

  return {
    start,
    async insist(kills, work) {
      for (const moments of kills) {
        const stop = beforeEachRequest(createFuse(moments));
        // What was done though nobody heard of it is asked for once more.
        await work(await start()).catch(() => undefined);
        stop();
      }
      return work(await start());
    },
    async inside(look) {
      const database: IDBPDatabase<Schema> = await openDB<Schema>(name);
      try {
        return await look(database);
      } finally {
        database.close();
      }
    },
  };
}

/** What may become of a page of an index. */
export interface Harm {
  /** Of which file; of any where it is absent. */
  file?: string | undefined;
  /** Which of these pages, in whatever order. */
  page: number;
  how: 'lost' | 'altered';
}

/**
 * Does that.
 *
 * @returns whether there was such a page.
 */
export function harm({ inside }: Pick<World, 'inside'>, { file, page, how }: Harm): Promise<boolean> {
  return inside(async (database) => {
    const keys = (await database.getAllKeys('pages')).filter((key) => file === undefined || key[1] === file);
    const key = keys[page % keys.length];
    if (!key) return false;
    if (how === 'lost') {
      await database.delete('pages', key);
    } else {
      const bytes = (await database.get('pages', key)) ?? new Uint8Array();
      // From its end, so that what it holds is altered too, and not only what stands in front of that.
      const at = bytes.length - 1 - (page % bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      await database.put('pages', bytes, key);
    }
    return true;
  });
}

/** Papers that are taken in, as they come: batches of numbers with titles, and of numbers of those that are to leave. */
export interface Taking {
  name: string;
  isWhole: boolean;
  batches: { papers: [number: number, title: string][]; removed: number[] }[];
}

/** Takes them in, but for the end. */
export async function beginToTake(packs: Packs, { name, isWhole, batches }: Taking): Promise<number> {
  const intake = await packs.begin({ name, isWhole });
  for (const [at, each] of batches.entries()) await addBatch(packs, intake, at, each);
  return intake;
}

export function addBatch(packs: Packs, intake: number, at: number, { papers, removed }: Taking['batches'][number]) {
  const arriving = papers.map(([each, title]) => paper(each, title));
  return packs.add(intake, at, arriving, removed.map(idOf));
}

/** Packs as maps from numbers to titles. */
export type Model = Map<string, { isOn: boolean; titles: Map<number, string> }>;

/** Takes papers into a model, and says what should have come of it. */
export function takeInto(model: Model, { name, isWhole, batches }: Taking): PackOutcome {
  const before = model.get(name);
  const base = before?.titles ?? new Map<number, string>();
  const own = new Map<number, string>();
  const removed = new Set<number>();
  const counts: PackCounts = { added: 0, changed: 0, reused: 0 };
  for (const batch of batches) {
    const seen = new Set<number>();
    for (const [number, title] of batch.papers) {
      const known = own.get(number) ?? base.get(number);
      if (!seen.has(number)) counts[known === undefined ? 'added' : known === title ? 'reused' : 'changed']++;
      seen.add(number);
      own.set(number, title);
      removed.delete(number);
    }
    for (const number of batch.removed) removed.add(number);
  }
  const titles = new Map([...(isWhole ? [] : base), ...own]);
  for (const number of removed) titles.delete(number);
  model.set(name, { isOn: before?.isOn ?? true, titles });
  return { ...counts, dropped: [...base.keys()].filter((number) => !titles.has(number)).length };
}

/** Sees that packs are what the model says, to whoever asks for papers, to whoever searches and to whoever traces. */
export async function expectPacks(packs: Packs, model: Model): Promise<void> {
  const listed = (await packs.list()).map((pack) => [pack.name, pack.isOn, pack.papers]);
  expect(listed.sort()).toEqual([...model].map(([name, { isOn, titles }]) => [name, isOn, titles.size]).sort());
  const on = [...model].filter(([, { isOn }]) => isOn);
  const found = await packs.find(NUMBERS.map(idOf));
  for (const each of NUMBERS) {
    const having = on.filter(([, { titles }]) => titles.has(each));
    const { packs: names = [], paper: known } = found.get(idOf(each)) ?? {};
    expect(names.toSorted()).toEqual(having.map(([name]) => name).sort());
    if (having.length > 0) expect(having.map(([, { titles }]) => titles.get(each))).toContain(known?.title);
  }
  for (const [name, { titles }] of model) {
    const own = await packs.findIn(name, NUMBERS.map(idOf));
    const expected = NUMBERS.flatMap((each) => titles.get(each) ?? []);
    expect(own.map(({ title }) => title)).toEqual(expected);
  }
  for (const title of new Set(on.flatMap(([, { titles }]) => [...titles.values()]))) {
    const having = on.flatMap(([, { titles }]) => [...titles].filter(([, own]) => own === title));
    expect(await totalFor(packs, title)).toBe(new Set(having.map(([each]) => each)).size);
  }
  const numbers = NUMBERS.filter((each) => on.some(([, { titles }]) => titles.has(each)));
  expect(await traced(packs)).toEqual(numbers.map(idOf));
}

/** How many papers a search finds. */
export function totalFor(packs: Packs, text: string): Promise<number> {
  return packs.looking(async (tables) => {
    const attempt = { combine: 'AND', typos: false } as const;
    const options = { limit: 0, ...NOTHING_KEPT };
    return (await searchSegments(parseQuery(text), attempt, searchedOf(tables), packs.pages, options)).total;
  });
}

/** The papers that are found by the fingerprints of their abstracts. */
export async function traced(packs: Packs): Promise<PaperId[]> {
  const hashes = NUMBERS.flatMap((each) => densePrints(abstractOf(each)));
  const found = await packs.looking(async (tables) => {
    const segments = searchedOf(tables);
    const prints = await findPrints(segments, packs.pages, () => new Set(hashes));
    return new Set(prints.map(({ at, paper: number }) => segments[at]?.ids[number]));
  });
  return NUMBERS.map(idOf).filter((id) => found.has(codeOfId(id)));
}

/** Sees that nothing is on disk but what packs refer to, once all has been cleared away. */
export async function expectNothingLeft({ inside }: World, packs: Packs): Promise<void> {
  await packs.takeBack([]);
  await packs.tidy();
  await inside(async (database) => {
    for (const store of ['intakes', 'batches', 'leftovers'] as const) expect(await database.count(store)).toBe(0);
    const all: Pack[] = await database.getAll('packs');
    const referred = new Set(all.flatMap(({ segments }) => segments.map(({ number }) => number)));
    const written = new Set((await database.getAllKeys('pages')).map(([segment]) => segment));
    expect([...written].filter((segment) => !referred.has(segment))).toEqual([]);
    // Each of these papers is found; so where there are as many documents, there is none beside theirs.
    const papers = all.reduce((sum, pack) => sum + pack.papers, 0);
    expect(await database.count('documents')).toBe(papers);
  });
}
