/**
 * Searching packs of many papers, the worker stopped or awake, beside the search engines that an extension could carry
 * in its place. What was read last from the disk is still in the memory of the machine: cold is the worker alone.
 */
import { rmSync } from 'node:fs';
import { buildEngine, ENGINES, type EngineName } from '../build-peer';
import type { Row } from '../row';
import { measureCold, measureImports, measureRanks, measureWarm, weigh } from './measure';
import { carried, peers, reaches } from './rows';
import { openStage, type Stage } from './stage';

const SIZES = [10_000, 50_000, 100_000];

/** Runs the benchmark, each number of papers in a browser of its own. */
export async function search(): Promise<Row[]> {
  const folders = {} as Record<EngineName, string>;
  const stages: Stage[] = [];
  try {
    for (const name of ENGINES) folders[name] = await buildEngine(name);
    for (const papers of SIZES) stages.push(await openStage(papers, folders));
    const [small, middle] = stages as [Stage, Stage];
    const found = {
      stages,
      cold: await measureCold(stages),
      heap: await weigh(stages),
      warm: await measureWarm(stages),
      ranked: await measureWarm(stages, 'searchForIds'),
      imports: await measureImports(middle, folders),
      shared: await measureRanks(small),
    };
    return [...reaches(found), ...peers(found), ...(await carried(folders))];
  } finally {
    for (const { close } of stages) await close();
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
  }
}
