import type { ShelfSource } from '../../components/library/use-shelf';
import { gather } from '../../lib/library/gather';
import { readRows, readRowsOf } from '../../lib/library/shelf/read-rows';
import { healthSource, keeper } from '../../lib/messages/from-own-page';
import { connectTo } from '../../lib/store/connection';

/** The page only reads. What must be done before that, the worker does, which is asked first. */
const connect = connectTo('manicule', async () => undefined);

/** What the person keeps, from the database, and what the worker tells of it. */
export const source: ShelfSource = {
  isRecovering: async () => (await healthSource.ask()).state === 'recovering',
  readAll: async (told) => readRows(await connect(), told),
  readSome: async (ids) => readRowsOf(await connect(), ids),
  watch(changed) {
    const hear = gather(changed);
    return keeper.watch(({ ids }) => hear(ids));
  },
};
