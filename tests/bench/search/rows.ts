/** What was measured, as rows of the table. */
import { ENGINES, type EngineName } from '../build-peer';
import type { Row } from '../row';
import { median } from '../stats';
import { carriedBy, carriedByManicule } from './carried';
import { type Figures, KINDS, type Timing } from './measure';
import type { QueryKind } from './queries';
import type { Stage } from './stage';

export interface Found {
  stages: readonly Stage[];
  cold: Figures<number>;
  warm: Figures<Timing[]>;
  /** The same, answered with ids alone. */
  ranked: Figures<Timing[]>;
  heap: Figures<number>;
  /** Of 50,000 papers. */
  imports: { manicule: number[]; minisearch: number[] };
  /** In how many of a hundred places of MiniSearch's ten best papers stand papers of Manicule's, at 10,000 papers. */
  shared: number[];
}

const TITLES: Record<EngineName, string> = {
  minisearch: 'MiniSearch',
  flexsearch: 'FlexSearch',
  sqlite: 'SQLite FTS5',
};

const [SMALL, MIDDLE, LARGE] = [10_000, 50_000, 100_000];
export const inFull = (papers: number) => `${papers.toLocaleString('en')} papers`;

/** What Manicule is to keep to. */
export function reaches({ stages, cold, warm, ranked, heap, imports, shared }: Found): Row[] {
  const large = stages.find(({ papers }) => papers === LARGE) as Stage;
  return [
    {
      what: `a search, from a stopped worker to its answer, ${inFull(LARGE)}`,
      unit: 'ms',
      measured: cold('manicule', LARGE),
      against: { what: 'a ping that wakes the same worker', measured: cold('ping', LARGE) },
      reach: { ratio: 3 },
    },
    {
      what: `a search, from a stopped worker to its answer, ${inFull(MIDDLE)}`,
      unit: 'ms',
      measured: cold('manicule', MIDDLE),
      against: { what: 'MiniSearch.loadJSON from the database', measured: cold('minisearch', MIDDLE) },
      reach: { ratio: 1 / 30 },
    },
    {
      what: `a search, worker awake, ${inFull(LARGE)}`,
      unit: 'ms',
      measured: mediansOf(warm('manicule', LARGE), KINDS.minisearch),
      against: {
        what: `MiniSearch, ${inFull(SMALL)}`,
        measured: mediansOf(warm('minisearch', SMALL), KINDS.minisearch),
      },
      reach: { ratio: 1 },
    },
    {
      what: `the ids of the best alone, worker awake, ${inFull(LARGE)}`,
      unit: 'ms',
      measured: mediansOf(ranked('manicule', LARGE), KINDS.minisearch),
      against: {
        what: `MiniSearch, ${inFull(SMALL)}`,
        measured: mediansOf(ranked('minisearch', SMALL), KINDS.minisearch),
      },
    },
    alone('a phrase, worker awake', warm('manicule', LARGE), 'phrase'),
    alone('a filter and words, worker awake', warm('manicule', LARGE), 'filter'),
    {
      what: `memory of the worker after 50 searches, ${inFull(LARGE)}`,
      unit: 'bytes',
      measured: heap('manicule', LARGE),
      against: { what: `MiniSearch, ${inFull(MIDDLE)}`, measured: heap('minisearch', MIDDLE) },
      reach: { ratio: 0.1 },
    },
    {
      what: `the index on disk, ${inFull(LARGE)}`,
      unit: 'bytes',
      measured: [large.searchers.manicule.size],
      against: { what: 'the text that is searched', measured: [large.text] },
      reach: { ratio: 0.5 },
    },
    {
      what: `taking in ${inFull(MIDDLE)}`,
      unit: 'ms',
      measured: imports.manicule,
      against: { what: 'MiniSearch.addAll', measured: imports.minisearch },
      reach: { ratio: 1 },
    },
    {
      what: `the ten best papers that are MiniSearch's too, ${inFull(SMALL)}`,
      unit: '%',
      measured: shared,
      reach: { least: 90 },
    },
  ];
}

/** Queries of one kind, which nobody else answers. */
function alone(what: string, runs: readonly Timing[][], meant: QueryKind): Row {
  const timings = runs.flat().filter(({ kind }) => kind === meant);
  return { what: `${what}, ${inFull(LARGE)}`, unit: 'ms', measured: timings.map(({ took }) => took) };
}

/** Manicule beside each engine, which answers ids, where Manicule answers what the rows of a list show. */
export function peers({ stages, cold, warm, heap }: Found): Row[] {
  return stages.flatMap(({ papers, searchers: { manicule, ...engines } }) =>
    ENGINES.flatMap((name): Row[] => {
      const engine = engines[name];
      const row = (what: string, unit: Row['unit'], measured: number[], baseline: number[]): Row => ({
        what: `${what}, ${inFull(papers)}`,
        unit,
        measured,
        against: { what: TITLES[name], measured: baseline },
      });
      const medians = (timings: Timing[][]) => mediansOf(timings, KINDS[name]);
      return [
        row('a search, worker stopped', 'ms', cold('manicule', papers), cold(name, papers)),
        row('a search, worker awake', 'ms', medians(warm('manicule', papers)), medians(warm(name, papers))),
        row('memory after 50 searches', 'bytes', heap('manicule', papers), heap(name, papers)),
        row('the index on disk', 'bytes', [manicule.size], [engine.size]),
        row('taking in', 'ms', [manicule.imported.whole], [engine.imported.whole]),
      ];
    }),
  );
}

/** What an extension carries of each. */
export async function carried(folders: Record<EngineName, string>): Promise<Row[]> {
  const own = await carriedByManicule();
  return ENGINES.map((name) => ({
    what: 'the code that searches and writes the index, gzip -9',
    unit: 'bytes',
    measured: [own],
    against: { what: TITLES[name], measured: [carriedBy(folders[name])] },
  }));
}

/** The median of the queries of these kinds, run by run. */
export function mediansOf(runs: readonly Timing[][], kinds: readonly QueryKind[] = KINDS.manicule): number[] {
  return runs.map((timings) => median(timings.filter(({ kind }) => kinds.includes(kind)).map(({ took }) => took)));
}
