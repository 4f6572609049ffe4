import type { Queue } from '../completion/queue';
import type { Connection } from '../store/connection';
import { addJobs, putPace, readJobs, readPace, settleJobs } from '../store/queue';

/** The queue of papers that arXiv is to be asked about, in the database. */
export function queueIn(connect: Connection): Queue {
  return {
    jobs: async () => readJobs(await connect()),
    add: async (jobs) => addJobs(await connect(), jobs),
    pace: async () => readPace(await connect()),
    setPace: async (pace) => putPace(await connect(), pace),
    settle: async (settled) => settleJobs(await connect(), settled),
  };
}
