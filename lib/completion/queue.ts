import type { Job, Settled } from '../job';

/** The queue on disk. Every promise of a change resolves when that is there, all of it or nothing. */
export interface Queue {
  /** The jobs of papers that the person keeps. */
  jobs(): Promise<Job[]>;
  /** Adds jobs; where a paper has one, that stays as it is. */
  add(jobs: readonly Job[]): Promise<void>;
  /** Writes what a request has changed. A job that is gone by now, with its paper, does not come back. */
  settle(settled: Settled): Promise<void>;
}
