import type { CompletionState } from '../answers';
import { type Inquirer, nextRequest, type Question } from '../asking/asker';
import { FRESH, type Outcome } from '../asking/pace';
import { type Job, newJob } from '../job';
import type { Pace } from '../pace';
import type { PaperId } from '../paper';
import { batchOf, outcomeOf, type Reply, settle, waiting } from './policy';
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
  /** Undefined where arXiv was never asked. */
  pace(): Promise<Pace | undefined>;
  permission(): Promise<Permission>;
  /** Asks arXiv about papers; ends early, with the trouble `stopped`, when the signal is aborted. Rejects for nothing. */
  ask(ids: PaperId[], signal: AbortSignal): Promise<Reply<Facts>>;
  /** Takes in what arXiv told; resolves when it is on disk. */
  complete(facts: Facts[]): Promise<void>;
  /** The papers that the person keeps and of which not all is known. */
  incomplete(): Promise<PaperId[]>;
  /** Called when there may be something to ask. */
  goOn(): void;
  /** Called whenever the state is another. */
  changed(): void;
  now(): number;
}

/** Completes papers that were saved with less than all facts, by asking arXiv for the rest. */
export interface Completion extends Inquirer {
  /** Puts papers in the queue that are not complete and came into the library without a job, and has them asked about. */
  catchUp(): Promise<void>;
  /** To be called when the person has said something else about asking arXiv: what they forbid ends at once. */
  permissionChanged(): Promise<void>;
  state(): Promise<CompletionState>;
}

export function createCompletion<Facts>(outside: Surroundings<Facts>): Completion {
  const { queue, now } = outside;
  let attempt = new AbortController();
  let isAsking = false;

  async function next(): Promise<Question | undefined> {
    // Made before the permission is read, so that one which is taken back meanwhile ends what it was read for.
    attempt = new AbortController();
    const { signal } = attempt;
    const { isAllowed, isStopped } = await outside.permission();
    if (!isAllowed || isStopped) return undefined;
    const jobs = await queue.jobs();
    const notBefore = nextRequest(waiting(jobs), FRESH, now());
    return notBefore === undefined ? undefined : { notBefore, ask: () => askAbout(batchOf(jobs, now()), signal) };
  }

  async function askAbout(batch: readonly Job[], signal: AbortSignal): Promise<Outcome> {
    const reply = await ask(batch, signal);
    await queue.settle(settle(batch, reply, now()));
    return outcomeOf(reply);
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

  return {
    next,
    async catchUp() {
      const ids = await outside.incomplete();
      await queue.add(ids.map((id) => newJob(id, now())));
      outside.goOn();
    },
    async permissionChanged() {
      const { isAllowed, isStopped } = await outside.permission();
      if (!isAllowed || isStopped) attempt.abort();
      outside.changed();
      outside.goOn();
    },
    async state() {
      const [permission, pace = FRESH, jobs] = await Promise.all([outside.permission(), outside.pace(), queue.jobs()]);
      const nextAt = nextRequest(waiting(jobs), pace, now());
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
