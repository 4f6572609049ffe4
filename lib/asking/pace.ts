import type { AskingProblem } from '../answers';
import type { Pace } from '../pace';
import { FOR_ALL, GAP, LONGEST, TIME_OUT, waitAfter } from './limits';

/** Where the pace lies, so that it outlives the worker. */
export interface PaceStore {
  /** Undefined where arXiv was never asked. */
  get(): Promise<Pace | undefined>;
  /** Resolves when it is on disk. */
  set(pace: Pace): Promise<void>;
}

/** What came of a request, as far as it matters to all that follow. */
export interface Outcome {
  /** What came between it and its answer, if that would come between any other too; or that the person stopped it. */
  trouble?: AskingProblem | 'stopped';
  /** When arXiv wants to be asked again, where it said so. */
  retryAt?: number;
}

/** The pace where arXiv was never asked. */
export const FRESH: Pace = { nextRequestAt: 0, failures: 0 };

/**
 * The pace to put on disk before a request starts, as if it were to fail at the last moment: a worker that dies meanwhile
 * asks no sooner than it would have done alive, and one that always dies asks ever more seldom.
 */
export function claim(pace: Pace, now: number): Pace {
  const failures = pace.failures + 1;
  return { ...pace, failures, nextRequestAt: now + Math.max(TIME_OUT + GAP, waitAfter(failures, FOR_ALL)) };
}

/**
 * The pace once a request has ended.
 *
 * @param pace as it was before the request was claimed.
 * @param now when it ended.
 */
export function paceAfter(pace: Pace, { trouble, retryAt = 0 }: Outcome, now: number): Pace {
  if (trouble === 'stopped') return { ...pace, nextRequestAt: now + GAP };
  const failures = trouble ? pace.failures + 1 : 0;
  const wait = failures > 0 ? waitAfter(failures, FOR_ALL) : GAP;
  return {
    nextRequestAt: Math.max(now + wait, Math.min(retryAt, now + LONGEST)),
    failures,
    ...(trouble && { problem: trouble }),
  };
}

/** A moment as it was written; now, where only a clock that was wrong can have written it. */
export function believable(moment: number, now: number): number {
  return moment - now > LONGEST ? now : moment;
}
