import type { ShelfSource } from '../../components/library/use-shelf';
import { readRows, readRowsOf } from '../../lib/library/shelf/read-rows';
import { health, keeper } from '../../lib/messages/from-own-page';
import type { Paper, PaperId } from '../../lib/paper';
import { connectTo } from '../../lib/store/connection';

/** The page only reads. What must be done before that, the worker does, which is asked first. */
const connect = connectTo('manicule', async () => undefined);

/** The papers in the database, and what the worker tells of them. */
export const source: ShelfSource = {
  isRecovering: async () => (await health()).state === 'recovering',
  readAll: async (told) => readRows(await connect(), told),
  readSome: async (ids) => readRowsOf(await connect(), ids),
  watch: (changed) => keeper.watch(({ ids }) => changed(ids)),
};

/** All that is known of a paper. */
export async function readPaper(id: PaperId): Promise<Paper | undefined> {
  return (await connect()).get('papers', id);
}
