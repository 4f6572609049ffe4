/** Whether a million papers are searched as soon as ten thousand. */
import type { Row } from '../row';
import { measureCold, measureWarm, weigh } from './measure';
import { inFull, mediansOf } from './rows';
import { openStage, type Stage } from './stage';

const [FEW, MANY] = [10_000, 1_000_000];

/** Runs the benchmark. It takes in the papers once, which is most of its time. */
export async function million(): Promise<Row[]> {
  const stages: Stage<never>[] = [];
  try {
    for (const papers of [FEW, MANY]) stages.push(await openStage(papers, {}));
    const cold = await measureCold(stages);
    const heap = await weigh(stages);
    const warm = await measureWarm(stages);
    const beside = (what: string, unit: Row['unit'], measured: number[], baseline: number[]): Row => ({
      what: `${what}, ${inFull(MANY)}`,
      unit,
      measured,
      against: { what: inFull(FEW), measured: baseline },
    });
    const { searchers, text } = stages.at(-1) as Stage<never>;
    const { imported, size } = searchers.manicule;
    return [
      {
        ...beside('a search, from a stopped worker to its answer', 'ms', cold('manicule', MANY), cold('manicule', FEW)),
        reach: { ratio: 3 },
      },
      beside('a search, worker awake', 'ms', mediansOf(warm('manicule', MANY)), mediansOf(warm('manicule', FEW))),
      beside('memory of the worker after 50 searches', 'bytes', heap('manicule', MANY), heap('manicule', FEW)),
      {
        what: `the index on disk, ${inFull(MANY)}`,
        unit: 'bytes',
        measured: [size],
        against: { what: 'the text that is searched', measured: [text] },
        reach: { ratio: 0.5 },
      },
      { what: `taking in ${inFull(MANY)}`, unit: 'ms', measured: [imported.whole] },
    ];
  } finally {
    for (const { close } of stages) await close();
  }
}
