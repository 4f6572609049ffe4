import type { AskingProblem } from '../answers';
import type { Job, Pace, Settled, Trouble } from '../job';
import type { PaperId } from '../paper';
import { ENOUGH, FOR_ALL, FOR_PAPERS, GAP, LONGEST, MOST_PAPERS, TIME_OUT, waitAfter } from './limits';

/** What came of a question: facts of some papers, and what came between the others and theirs. */
export interface Reply<Facts = unknown> {
  facts: ReadonlyMap<PaperId, Facts>;
  trouble?: Trouble;
  /** When arXiv wants to be asked again, where it said so. */
  retryAt?: number;
}

/** The pace where arXiv was never asked. */
export const FRESH: Pace = { nextRequestAt: 0, failures: 0 };

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

/** When arXiv is to be asked next; undefined where nothing waits. */
export function nextRequest(jobs: readonly Job[], pace: Pace, now: number): number | undefined {
  const moments = waiting(jobs).map(({ notBefore }) => believable(notBefore, now));
  if (moments.length === 0) return undefined;
  const earliest = moments.reduce((one, other) => Math.min(one, other));
  return Math.max(earliest, believable(pace.nextRequestAt, now));
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
 * The pace to put on disk before a request starts, as if it were to fail at the last moment: a worker that dies meanwhile
 * asks no sooner than it would have done alive, and one that always dies asks ever more seldom.
 */
export function claim(pace: Pace, now: number): Pace {
  const failures = pace.failures + 1;
  return { ...pace, failures, nextRequestAt: now + Math.max(TIME_OUT + GAP, waitAfter(failures, FOR_ALL)) };
}

/**
 * What a request changes once it has ended.
 *
 * @param batch the jobs that it asked about.
 * @param pace as it was before the request was claimed.
 * @param now when it ended.
 */
export function settle(batch: readonly Job[], pace: Pace, reply: Reply, now: number): Settled {
  const left = batch.filter(({ id }) => !reply.facts.has(id));
  const trouble = reply.trouble ?? (left.length > 0 ? 'unanswered' : undefined);
  const heldUp = trouble === undefined ? [] : HOLDS_UP[trouble];
  const isAlone = batch.length === 1;
  return {
    pace: paceAfter(pace, trouble, reply.retryAt, now),
    done: batch.filter(({ id }) => reply.facts.has(id)).map(({ id }) => id),
    putOff:
      trouble !== undefined && heldUp.includes('papers') ? left.map((job) => putOff(job, trouble, isAlone, now)) : [],
  };
}

function paceAfter(pace: Pace, trouble: Trouble | undefined, retryAt = 0, now: number): Pace {
  if (trouble === 'stopped') return { ...pace, nextRequestAt: now + GAP };
  const failures = isOfAll(trouble) ? pace.failures + 1 : 0;
  const wait = failures > 0 ? waitAfter(failures, FOR_ALL) : GAP;
  return {
    nextRequestAt: Math.max(now + wait, Math.min(retryAt, now + LONGEST)),
    failures,
    ...(isOfAll(trouble) && { problem: trouble }),
  };
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

/** A moment as it was written; now, where only a clock that was wrong can have written it. */
function believable(moment: number, now: number): number {
  return moment - now > LONGEST ? now : moment;
}
