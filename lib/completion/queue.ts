import type { AskingProblem } from '../answers';
import type { PaperId } from '../paper';

/** What can come between a question and its answer: to all papers, or to those that were asked about. */
export type Trouble = AskingProblem | 'refused' | 'unreadable' | 'unanswered' | 'stopped';

/** A paper that arXiv is to be asked about. Moments are in milliseconds since 1970. */
export interface Job {
  id: PaperId;
  addedAt: number;
  /** How often something was wrong with the answer. */
  attempts: number;
  /** When it may be asked about again. */
  notBefore: number;
  /** Why it is not asked about any more; absent while it is. */
  problem?: Trouble;
}

/** When arXiv may be asked again, about anything. */
export interface Pace {
  nextRequestAt: number;
  /** How many requests in a row have failed. */
  failures: number;
  /** What was wrong with the last one. */
  problem?: AskingProblem;
}

/** Where arXiv was never asked. */
export const FRESH: Pace = { nextRequestAt: 0, failures: 0 };

/** What a request has changed. */
export interface Settled {
  pace: Pace;
  /** The papers of which all is known. */
  done: PaperId[];
  /** The jobs as they stand now of the others, where they changed. */
  putOff: Job[];
}

/** The queue on disk. Every promise of a change resolves when that is there, all of it or nothing. */
export interface Queue {
  /** The jobs of papers that the person keeps, and of no others. */
  jobs(): Promise<Job[]>;
  /** Adds jobs; where a paper has one, that stays as it is. */
  add(jobs: readonly Job[]): Promise<void>;
  pace(): Promise<Pace>;
  setPace(pace: Pace): Promise<void>;
  /** Writes what a request has changed. A job that is gone by now, with its paper, does not come back. */
  settle(settled: Settled): Promise<void>;
}
