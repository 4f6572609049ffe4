import { isIncomplete, type Job, newJob, type Settled } from '../job';
import type { PaperId } from '../paper';
import type { Writing } from './atomically';
import type { Database } from './connection';
import type { Standing } from './undo';

/** The jobs of papers that the person keeps. */
export async function readJobs(database: Database): Promise<Job[]> {
  return database.getAll('queue');
}

/** Adds jobs; where a paper has one, that stays as it is. Resolves when they are on disk. */
export async function addJobs(database: Database, jobs: readonly Job[]): Promise<void> {
  const transaction = database.transaction('queue', 'readwrite', { durability: 'strict' });
  const add = async (job: Job) => (await transaction.store.getKey(job.id)) ?? transaction.store.put(job);
  await Promise.all([...jobs.map(add), transaction.done]);
}

/**
 * Lets the job of a paper follow what becomes of it, in the same transaction: it comes with a paper of which not all is
 * known, and goes with what is missing or with the paper itself.
 */
export async function followWithJob(
  transaction: Writing,
  id: PaperId,
  before: Standing,
  { record, paper }: Standing,
  now: number,
): Promise<void> {
  const queue = transaction.objectStore('queue');
  if (!record || !isIncomplete(paper)) await queue.delete(id);
  else if (!before.record || !isIncomplete(before.paper)) await queue.put(newJob(id, now));
}

/** Writes what a request has changed, in one transaction. A job that is gone by now does not come back. */
export async function settleJobs(database: Database, { done, putOff }: Settled): Promise<void> {
  const transaction = database.transaction('queue', 'readwrite', { durability: 'strict' });
  const { store } = transaction;
  const change = async (job: Job) => (await store.getKey(job.id)) && store.put(job);
  await Promise.all([...putOff.map(change), ...done.map((id) => store.delete(id)), transaction.done]);
}
