/** What is measured of everyone who is searched: in turn, so that a slow minute of the machine counts for all. */
import type { EngineName } from '../build-peer';
import { inTurn } from '../rounds';
import { makeQueries, type QueryKind } from './queries';
import { openStage, type Searcher, type Stage } from './stage';

const COLD_ROUNDS = 25;
const WARM_ROUNDS = 11;
const QUERIES_PER_ROUND = 15;
const WEIGHINGS = 2;
const QUERIES_BEFORE_WEIGHING = 50;
/** How often the import is measured, that of the stage included. */
const IMPORTS = 3;
/** In so many runs the ranks are compared, of so many queries each. */
const [RANK_RUNS, RANKED_PER_RUN, BEST] = [10, 50, 10];

type Name = EngineName | 'manicule';

/** What each engine can answer; other queries are not put to it. */
export const KINDS: Record<Name, readonly QueryKind[]> = {
  manicule: ['words', 'begun', 'typo', 'phrase', 'filter'],
  minisearch: ['words', 'begun', 'typo'],
  flexsearch: ['words'],
  sqlite: ['words', 'begun'],
};

/** What was measured, run by run, of one who has so many papers. */
export type Figures<Measured> = (name: Name | 'ping', papers: number) => Measured[];

/** How long a query took. */
export interface Timing {
  kind: QueryKind;
  took: number;
}

/** Milliseconds of a search that starts the worker, and of a ping that starts Manicule's. */
export async function measureCold<Engine extends EngineName>(
  stages: readonly Stage<Engine>[],
): Promise<Figures<number>> {
  const queries = makeQueries(500).filter(({ kind }) => kind === 'words');
  const pings = stages.map(({ papers, pingCold }) => [keyOf('ping', papers), pingCold] as const);
  const runs = await inTurn<Record<string, number>>(COLD_ROUNDS, {
    ...Object.fromEntries(pings),
    ...everyone(stages, async ({ searchCold }, name, round) => {
      const { took, ids } = await searchCold(queries[round]?.text ?? '');
      if (ids.length === 0) throw new Error(`${name} found nothing for "${queries[round]?.text}".`);
      return took;
    }),
  });
  return figuresOf(runs);
}

/**
 * Milliseconds of each of some queries, of those that the one who is asked can answer.
 *
 * @param how each way has queries of its own, so that none is put twice.
 */
export async function measureWarm<Engine extends EngineName>(
  stages: readonly Stage<Engine>[],
  how: 'search' | 'searchForIds' = 'search',
): Promise<Figures<Timing[]>> {
  const count = (WARM_ROUNDS + 1) * QUERIES_PER_ROUND;
  const queries = how === 'search' ? makeQueries(count) : makeQueries(2 * count).slice(count);
  const runs = await inTurn<Record<string, Timing[]>>(
    WARM_ROUNDS,
    everyone(stages, async (searcher, name, round) => {
      const timings: Timing[] = [];
      for (const { kind, text } of queries.slice(round * QUERIES_PER_ROUND, (round + 1) * QUERIES_PER_ROUND)) {
        if (KINDS[name].includes(kind)) timings.push({ kind, took: (await searcher[how](text)).took });
      }
      return timings;
    }),
  );
  return figuresOf(runs);
}

/** The bytes that each worker holds when it has been started anew and has answered some queries. */
export async function weigh<Engine extends EngineName>(stages: readonly Stage<Engine>[]): Promise<Figures<number>> {
  const queries = makeQueries(500);
  const runs = await inTurn<Record<string, number>>(
    WEIGHINGS,
    everyone(stages, async (searcher, name) => {
      const [first, ...more] = queries
        .filter(({ kind }) => KINDS[name].includes(kind))
        .slice(0, QUERIES_BEFORE_WEIGHING);
      await searcher.searchCold(first?.text ?? '');
      for (const { text } of more) await searcher.search(text);
      return searcher.heap();
    }),
  );
  return figuresOf(runs);
}

/** How papers were taken in by Manicule and by MiniSearch, run by run, each time into a new browser. */
export async function measureImports(
  first: Stage,
  folders: Record<EngineName, string>,
): Promise<{ manicule: number[]; minisearch: number[] }> {
  const { minisearch } = folders;
  const runs: Stage<'minisearch'>[] = [first];
  while (runs.length < IMPORTS) {
    const stage = await openStage(first.papers, { minisearch });
    await stage.close();
    runs.push(stage);
  }
  return {
    manicule: runs.map(({ searchers }) => searchers.manicule.imported.whole),
    minisearch: runs.map(({ searchers }) => searchers.minisearch.imported.indexing),
  };
}

/** How many in a hundred of MiniSearch's ten best papers are among Manicule's ten best. */
export async function measureRanks({ searchers: { manicule, minisearch } }: Stage): Promise<number[]> {
  const queries = makeQueries(1000).filter(({ kind }) => KINDS.minisearch.includes(kind));
  const shares: number[] = [];
  for (let run = 0; run < RANK_RUNS; run++) {
    let [wanted, shared] = [0, 0];
    for (const { text } of queries.slice(run * RANKED_PER_RUN, (run + 1) * RANKED_PER_RUN)) {
      const best = (await minisearch.search(text)).ids.slice(0, BEST);
      const own = new Set((await manicule.search(text)).ids.slice(0, BEST));
      wanted += best.length;
      shared += best.filter((id) => own.has(id)).length;
    }
    shares.push((100 * shared) / wanted);
  }
  return shares;
}

type ByPlace<Measured> = Record<string, (round: number) => Promise<Measured>>;

/** Measurements of everyone on every stage. */
function everyone<Engine extends EngineName, Measured>(
  stages: readonly Stage<Engine>[],
  measure: (searcher: Searcher, name: Name, round: number) => Promise<Measured>,
): ByPlace<Measured> {
  const places = stages.flatMap(({ papers, searchers }) =>
    (Object.entries(searchers) as [Name, Searcher][]).map(
      ([name, searcher]) => [keyOf(name, papers), (round: number) => measure(searcher, name, round)] as const,
    ),
  );
  return Object.fromEntries(places);
}

function figuresOf<Measured>(runs: Record<string, Measured[]>): Figures<Measured> {
  return (name, papers) => runs[keyOf(name, papers)] as Measured[];
}

function keyOf(name: Name | 'ping', papers: number): string {
  return `${name} ${papers}`;
}
