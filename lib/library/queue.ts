import type { PaceStore } from '../asking/pace';
import type { Queue } from '../completion/queue';
import type { Connection } from '../store/connection';
import { putPace, readPace } from '../store/pace';
import { addJobs, readJobs, settleJobs } from '../store/queue';

/** The queue of papers that arXiv is to be asked about, in the database. */
export function queueIn(connect: Connection): Queue {
  return {
    jobs: async () => readJobs(await connect()),
    add: async (jobs) => addJobs(await connect(), jobs),
    settle: async (settled) => settleJobs(await connect(), settled),
  };
}

/** When arXiv may be asked next, in the database. */
export function paceIn(connect: Connection): PaceStore {
  return {
    get: async () => readPace(await connect()),
    set: async (pace) => putPace(await connect(), pace),
  };
}
