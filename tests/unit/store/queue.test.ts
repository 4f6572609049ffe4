import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '../../../lib/edit';
import { isIncomplete, type Job, newJob } from '../../../lib/job';
import { connectTo, type Database } from '../../../lib/store/connection';
import { putPace, readPace } from '../../../lib/store/pace';
import { addJobs, readJobs, settleJobs } from '../../../lib/store/queue';
import { restore } from '../../../lib/store/restore';
import { runEdit } from '../../../lib/store/run-edit';
import { edit, IDS } from './generated';

const [A = '', B = '', C = ''] = IDS;
const ALL = { title: 'A title', abstract: 'An abstract', version: 9 };

let count = 0;
const open = () => connectTo(`queue-${count++}`, async () => undefined)();
const run = (database: Database, now: number, ...changes: Change[]) =>
  runEdit(database, { operation: `mine-${count++}`, changes }, now);
const jobsOf = async (database: Database) => (await readJobs(database)).map(({ id }) => id);

it('gets a job with each paper that is saved and not complete', async () => {
  const database = await open();
  await run(database, 5, { kind: 'save', id: A }, { kind: 'save', id: B, facts: { title: 'A title' } });
  await run(database, 6, { kind: 'merge', id: C, facts: ALL });
  expect(await readJobs(database)).toEqual([newJob(A, 5), newJob(B, 5)]);
});

it('loses a job with what was missing, and with the paper', async () => {
  const database = await open();
  await run(database, 5, { kind: 'save', id: A }, { kind: 'save', id: B });
  await run(database, 6, { kind: 'learn', id: A, facts: ALL }, { kind: 'remove', id: B });
  expect(await readJobs(database)).toEqual([]);
});

it('has a job for just the papers that are kept and not complete, whatever is changed', async () => {
  const any = fc.constantFrom(...IDS);
  const change = fc.oneof(
    any.map((id): Change[] => [{ kind: 'learn', id, facts: ALL }]),
    any.map((id): Change[] => [
      { kind: 'remove', id },
      { kind: 'save', id },
    ]),
  );
  const other = change.map((changes) => ({ operation: `other-${count++}`, changes }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof({ weight: 3, arbitrary: edit }, other), { maxLength: 8 }), async (edits) => {
      const database = await open();
      for (const [now, one] of edits.entries()) await runEdit(database, one, now);
      const papers = new Map((await database.getAll('papers')).map((paper) => [paper.id, paper]));
      const kept = await database.getAllKeys('library');
      expect(await jobsOf(database)).toEqual(kept.filter((id) => isIncomplete(papers.get(id))));
    }),
    { numRuns: 300 },
  );
});

it('does not begin anew with a job when its paper is changed or added once more', async () => {
  const database = await open();
  await run(database, 5, { kind: 'save', id: A });
  const givenUp: Job = { ...newJob(A, 5), attempts: 3, problem: 'unanswered' };
  await settleJobs(database, { done: [], putOff: [givenUp] });
  await run(database, 6, { kind: 'star', id: A }, { kind: 'save', id: A, state: 'read' });
  await addJobs(database, [newJob(A, 7), newJob(B, 7)]);
  expect(await readJobs(database)).toEqual([givenUp, newJob(B, 7)]);
});

it('writes what a request has changed, and brings back no job that is gone', async () => {
  const database = await open();
  await addJobs(database, [newJob(A, 1), newJob(B, 1)]);
  const putOff: Job[] = [
    { ...newJob(B, 1), attempts: 1 },
    { ...newJob(C, 1), attempts: 1 },
  ];
  await settleJobs(database, { done: [A], putOff });
  expect(await readJobs(database)).toEqual(putOff.slice(0, 1));
});

it('knows the pace from the first request on', async () => {
  const database = await open();
  expect(await readPace(database)).toBeUndefined();
  const pace = { nextRequestAt: 4000, failures: 2, problem: 'busy' as const };
  await putPace(database, pace);
  expect(await readPace(database)).toEqual(pace);
});

it('has no job of a paper that a recovery lets go', async () => {
  const database = await open();
  await run(database, 5, { kind: 'save', id: A }, { kind: 'save', id: B });
  const copies = new Map([[A, { record: { id: A, state: 'saved' as const, savedAt: 5 } }]]);
  await restore(database, { copies, isWhole: true, papers: 1 }, 99, { since: 6, papers: 1, lost: 0 });
  expect(await jobsOf(database)).toEqual([A]);
});
