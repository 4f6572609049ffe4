import type { AskingProblem } from '../answers';
import { waitAfter } from '../asking/limits';
import { believable, type Outcome } from '../asking/pace';
import type { Job, Settled, Trouble } from '../job';
import type { PaperId } from '../paper';
import { ENOUGH, FOR_PAPERS, MOST_PAPERS } from './limits';

/** What came of a question: facts of some papers, and what came between the others and theirs. */
export interface Reply<Facts = unknown> {
  facts: ReadonlyMap<PaperId, Facts>;
  trouble?: Trouble;
  /** When arXiv wants to be asked again, where it said so. */
  retryAt?: number;
}

/** Whom a trouble holds up: everyone, or the papers that were asked about, with which it may lie. */
const HOLDS_UP: Record<Trouble, readonly ('all' | 'papers')[]> = {
  busy: ['all'],
  offline: ['all'],
  foreign: ['all'],
  unsaved: ['all'],
  slow: ['all', 'papers'],
  failed: ['all', 'papers'],
  refused: ['papers'],
  unreadable: ['papers'],
  unanswered: ['papers'],
  stopped: [],
};

/** The jobs that are not done with. */
export function waiting(jobs: readonly Job[]): Job[] {
  return jobs.filter(({ problem }) => problem === undefined);
}

/**
 * The jobs to ask about now. Those that had the fewest troubles go first, and among themselves: with each trouble the
 * company that a paper is asked about in gets smaller, until the one that spoils the answer is alone.
 */
export function batchOf(jobs: readonly Job[], now: number): Job[] {
  const due = waiting(jobs).filter(({ notBefore }) => believable(notBefore, now) <= now);
  due.sort((a, b) => a.attempts - b.attempts || a.addedAt - b.addedAt);
  const attempts = due[0]?.attempts ?? 0;
  const company = Math.max(1, Math.floor(MOST_PAPERS / 4 ** attempts));
  return due.filter((job) => job.attempts === attempts).slice(0, company);
}

/**
 * What a request changes of the jobs that it asked about, once it has ended.
 *
 * @param now when it ended.
 */
export function settle(batch: readonly Job[], reply: Reply, now: number): Settled {
  const left = batch.filter(({ id }) => !reply.facts.has(id));
  const trouble = reply.trouble ?? (left.length > 0 ? 'unanswered' : undefined);
  const heldUp = trouble === undefined ? [] : HOLDS_UP[trouble];
  const isAlone = batch.length === 1;
  return {
    done: batch.filter(({ id }) => reply.facts.has(id)).map(({ id }) => id),
    putOff:
      trouble !== undefined && heldUp.includes('papers') ? left.map((job) => putOff(job, trouble, isAlone, now)) : [],
  };
}

/** What a reply means for whatever arXiv is asked next. */
export function outcomeOf({ trouble, retryAt }: Reply): Outcome {
  const isOfNext = isOfAll(trouble) || trouble === 'stopped';
  return { ...(isOfNext && { trouble }), ...(retryAt !== undefined && { retryAt }) };
}

/** A paper is given up on only when something was wrong with it alone, and arXiv was there. */
function putOff(job: Job, trouble: Trouble, isAlone: boolean, now: number): Job {
  const attempts = job.attempts + 1;
  const isGivenUp = isAlone && attempts >= ENOUGH && !isOfAll(trouble);
  return {
    ...job,
    attempts,
    notBefore: now + waitAfter(attempts, FOR_PAPERS),
    ...(isGivenUp && { problem: trouble }),
  };
}

function isOfAll(trouble: Trouble | undefined): trouble is AskingProblem {
  return trouble !== undefined && HOLDS_UP[trouble].includes('all');
}
