import type { Harvest } from '../harvesting';
import type { PackCounts, PackIntake, PackOutcome, PackPaper } from '../pack';
import type { PaperId } from '../paper';

/** Where harvests lie. Every promise of a change resolves when it is on disk. */
export interface HarvestStore {
  all(): Promise<Harvest[]>;
  get(name: string): Promise<Harvest | undefined>;
  put(harvest: Harvest): Promise<void>;
  delete(name: string): Promise<void>;
}

/** Takes papers into a pack. Every promise resolves when it is on disk. */
export interface PackWriter {
  /** Begins an intake, whose number no other has. One that was begun for the same pack and not ended is given up. */
  begin(intake: PackIntake): Promise<number>;
  /**
   * Takes in papers and lets others go, {@link MAX_PACKED} of both at most. A batch whose number was taken in before is
   * answered as it was then, whatever is in it.
   */
  add(intake: number, batch: number, papers: readonly PackPaper[], removed?: readonly PaperId[]): Promise<PackCounts>;
  /** Puts the pack together; asked for again, it is done once. */
  end(intake: number): Promise<PackOutcome>;
  /** Takes all of it back; nothing where there is no such intake. */
  cancel(intake: number): Promise<void>;
}
