import type { PaceStore } from '../asking/pace';
import type { Queue } from '../completion/queue';
import type { HarvestStore } from '../harvest/outside';
import type { Connection } from '../store/connection';
import { deleteHarvest, putHarvest, readHarvest, readHarvests } from '../store/harvests';
import { putPace, readPace } from '../store/pace';
import { addJobs, readJobs, settleJobs } from '../store/queue';

/** What arXiv is asked, in the database. */

/** The queue of papers that arXiv is to be asked about. */
export function queueIn(connect: Connection): Queue {
  return {
    jobs: async () => readJobs(await connect()),
    add: async (jobs) => addJobs(await connect(), jobs),
    settle: async (settled) => settleJobs(await connect(), settled),
  };
}

/** How the fetching of packs stands. */
export function harvestsIn(connect: Connection): HarvestStore {
  return {
    all: async () => readHarvests(await connect()),
    get: async (name) => readHarvest(await connect(), name),
    put: async (harvest) => putHarvest(await connect(), harvest),
    delete: async (name) => deleteHarvest(await connect(), name),
  };
}

/** When arXiv may be asked next. */
export function paceIn(connect: Connection): PaceStore {
  return {
    get: async () => readPace(await connect()),
    set: async (pace) => putPace(await connect(), pace),
  };
}
