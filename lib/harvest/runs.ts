import type { Harvest, HarvestRun } from '../harvesting';
import { inTurn } from '../in-turn';
import type { HarvestStore } from './outside';

/** The harvests on disk, changed by one at a time. */
export interface Runs {
  /** Changes a harvest. Without one it is removed; the same one is not written again. */
  change(
    name: string,
    by: (harvest: Harvest | undefined) => Promise<Harvest | undefined> | Harvest | undefined,
  ): Promise<void>;
  /** Changes a run as it stands by now; not where another one has taken its place. */
  changeRun(name: string, intake: number, by: (run: HarvestRun) => HarvestRun): Promise<void>;
  /** Lets a run go, having come to its end where `last` is given. */
  endRun(name: string, intake: number, last?: Harvest['last']): Promise<void>;
}

export function createRuns(store: HarvestStore): Runs {
  const one = inTurn();

  const change: Runs['change'] = (name, by) =>
    one(async () => {
      const before = await store.get(name);
      const after = await by(before);
      if (after === before) return;
      await (after ? store.put(after) : store.delete(name));
    });

  return {
    change,
    changeRun: (name, intake, by) =>
      change(name, (harvest) => (harvest?.run?.intake === intake ? { ...harvest, run: by(harvest.run) } : harvest)),
    endRun: (name, intake, last) =>
      change(name, (harvest) => {
        if (harvest?.run?.intake !== intake) return harvest;
        const ended = last ?? harvest.last;
        return ended && { name, last: ended };
      }),
  };
}
