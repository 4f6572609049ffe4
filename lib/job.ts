import type { AskingProblem } from './answers';
import type { Paper, PaperId } from './paper';

/** What can come between a question to arXiv and its answer: to all papers, or to those that were asked about. */
export type Trouble = AskingProblem | 'refused' | 'unreadable' | 'unanswered' | 'stopped';

/** A paper that arXiv is to be asked about. Moments are in milliseconds since 1970. */
export interface Job {
  id: PaperId;
  addedAt: number;
  /** How often something was wrong with the answer. */
  attempts: number;
  /** When it may be asked about again. */
  notBefore: number;
  /** Why it is asked about no more; absent while it is. */
  problem?: Trouble;
}

/** Whether arXiv can tell more of a paper than is known: its title, or its abstract. */
export function isIncomplete(paper: Paper | undefined): boolean {
  return !paper || !paper.title || paper.title === paper.id || !paper.abstract;
}

export function newJob(id: PaperId, now: number): Job {
  return { id, addedAt: now, attempts: 0, notBefore: 0 };
}

/** What a request has changed. */
export interface Settled {
  /** The papers of which all is known. */
  done: PaperId[];
  /** The jobs as they stand now of the others, where they changed. */
  putOff: Job[];
}
