import type { Harvest } from '../harvesting';
import type { PackCounts, PackIntake, PackPaper } from '../pack';
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
  /** Begins an intake, whose number no other has. One that was begun for the same pack and not ended is taken back. */
  begin(intake: PackIntake): Promise<number>;
  /** The number of the batch that comes next; undefined where the intake has ended or was taken back. */
  nextBatch(intake: number): Promise<number | undefined>;
  /**
   * Takes in papers and lets others go, all of it or nothing.
   *
   * @param batch its number: the next one.
   */
  add(intake: number, batch: number, papers: readonly PackPaper[], removed: readonly PaperId[]): Promise<PackCounts>;
  /**
   * Puts the pack together; asked for again, it is done once.
   *
   * @throws {ExpectedError} where the intake was taken back.
   */
  end(intake: number): Promise<unknown>;
  /** Takes all of it back; asked for again, that is done already. */
  cancel(intake: number): Promise<void>;
}
