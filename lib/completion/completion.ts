import type { CompletionState } from '../answers';
import { type Job, newJob } from '../job';
import type { PaperId } from '../paper';
import { batchOf, claim, FRESH, nextRequest, type Reply, settle, waiting } from './policy';
import type { Queue } from './queue';

/** What a person has said about asking arXiv. */
export interface Permission {
  /** Whether arXiv may be asked at all. */
  isAllowed: boolean;
  /** Whether they have stopped it for now. */
  isStopped: boolean;
}

/** What lies outside, for the tests to put something else in its place. */
export interface Surroundings<Facts> {
  queue: Queue;
  permission(): Promise<Permission>;
  /** Asks arXiv about papers; ends early, with the trouble `stopped`, when the signal is aborted. Rejects for nothing. */
  ask(ids: PaperId[], signal: AbortSignal): Promise<Reply<Facts>>;
  /** Takes in what arXiv told; resolves when it is on disk. */
  complete(facts: Facts[]): Promise<void>;
  /** The papers that the person keeps and of which not all is known. */
  incomplete(): Promise<PaperId[]>;
  /** Has `goOn` called at this moment instead of any that was named before, and also where the worker dies meanwhile. */
  wakeAt(moment: number): Promise<void>;
  /** Called whenever the state is another. */
  changed(): void;
  now(): number;
}

/** Completes papers that were saved with less than all facts, by asking arXiv for the rest. */
export interface Completion {
  /** Asks for what may be asked for by now, one request after the other. Resolves when there is nothing to do yet. */
  goOn(): Promise<void>;
  /** Puts papers in the queue that are not complete and came into the library without a job, and goes on. */
  catchUp(): Promise<void>;
  /** To be called when the person has said something else about asking arXiv: what they forbid ends at once. */
  permissionChanged(): Promise<void>;
  state(): Promise<CompletionState>;
}

export function createCompletion<Facts>(outside: Surroundings<Facts>): Completion {
  const { queue, now } = outside;
  let attempt = new AbortController();
  let isAsking = false;
  let going: Promise<void> | undefined;
  let isCalledAgain = false;

  /** @returns whether there may be more to do at once. */
  async function step(): Promise<boolean> {
    // Made before the permission is read, so that one which is taken back meanwhile ends what it was read for.
    attempt = new AbortController();
    const { signal } = attempt;
    const { isAllowed, isStopped } = await outside.permission();
    if (!isAllowed || isStopped) return false;
    const [pace = FRESH, jobs] = await Promise.all([queue.pace(), queue.jobs()]);
    const moment = nextRequest(jobs, pace, now());
    if (moment === undefined) return false;
    if (moment > now()) {
      await outside.wakeAt(moment);
      return false;
    }
    const claimed = claim(pace, now());
    await queue.setPace(claimed);
    await outside.wakeAt(claimed.nextRequestAt);
    const batch = batchOf(jobs, now());
    const reply = await ask(batch, signal);
    await queue.settle(settle(batch, pace, reply, now()));
    outside.changed();
    return true;
  }

  async function ask(batch: readonly Job[], signal: AbortSignal): Promise<Reply> {
    isAsking = true;
    outside.changed();
    const reply = await outside.ask(
      batch.map(({ id }) => id),
      signal,
    );
    isAsking = false;
    try {
      if (reply.facts.size > 0) await outside.complete([...reply.facts.values()]);
      return reply;
    } catch {
      return { facts: new Map(), trouble: 'unsaved' };
    }
  }

  async function work(): Promise<void> {
    try {
      do isCalledAgain = false;
      while ((await step()) || isCalledAgain);
    } finally {
      // In the same breath, so that no call is lost between the last look and the end.
      going = undefined;
    }
  }

  async function goOn(): Promise<void> {
    isCalledAgain = true;
    going ??= work();
    return going;
  }

  return {
    goOn,
    async catchUp() {
      const ids = await outside.incomplete();
      await queue.add(ids.map((id) => newJob(id, now())));
      await goOn();
    },
    async permissionChanged() {
      const { isAllowed, isStopped } = await outside.permission();
      if (!isAllowed || isStopped) attempt.abort();
      outside.changed();
      await goOn();
    },
    async state() {
      const [permission, pace = FRESH, jobs] = await Promise.all([outside.permission(), queue.pace(), queue.jobs()]);
      const nextAt = nextRequest(jobs, pace, now());
      const mayAsk = permission.isAllowed && !permission.isStopped;
      return {
        ...permission,
        waiting: waiting(jobs).length,
        isAsking,
        ...(mayAsk && nextAt !== undefined && { nextAt }),
        ...(pace.problem && { problem: pace.problem }),
      };
    },
  };
}
