import type { ShelfSource } from '../../components/library/use-shelf';
import { gather } from '../../lib/library/gather';
import { readKnown } from '../../lib/library/known';
import { createPacks } from '../../lib/library/packs';
import { readRows, readRowsOf } from '../../lib/library/shelf/read-rows';
import { healthSource, keeper } from '../../lib/messages/from-own-page';
import type { Paper, PaperId } from '../../lib/paper';
import { connectTo } from '../../lib/store/connection';

/** The page only reads. What must be done before that, the worker does, which is asked first. */
const connect = connectTo('manicule', async () => undefined);
const packs = createPacks(connect, Date.now);

/** The papers in the database, and what the worker tells of them. */
export const source: ShelfSource = {
  isRecovering: async () => (await healthSource.ask()).state === 'recovering',
  readAll: async (told) => readRows(await connect(), packs, told),
  readSome: async (ids) => readRowsOf(await connect(), packs, ids),
  watch(changed) {
    const hear = gather(changed);
    return keeper.watch(({ ids }) => hear(ids));
  },
};

/** All that is known of a paper. */
export async function readPaper(id: PaperId): Promise<Paper | undefined> {
  const [known] = await readKnown(await connect(), packs, [id]);
  return known?.paper;
}
