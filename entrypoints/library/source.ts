import type { ShelfSource } from '../../components/library/use-shelf';
import { gather } from '../../lib/library/gather';
import { readKnown } from '../../lib/library/known';
import { createPacks } from '../../lib/library/packs';
import { readRows, readRowsOf } from '../../lib/library/shelf/read-rows';
import { healthSource, keeper } from '../../lib/messages/from-own-page';
import type { PaperId } from '../../lib/paper';
import type { Row, WholePaper } from '../../lib/row';
import { connectTo } from '../../lib/store/connection';

/** The page only reads. What must be done before that, the worker does, which is asked first. */
const connect = connectTo('manicule', async () => undefined);
const packs = createPacks(connect, Date.now);

/** The papers in the database, and what the worker tells of them. */
export const source: ShelfSource = {
  isRecovering: async () => (await healthSource.ask()).state === 'recovering',
  readAll: async (told) => readRows(await connect(), told),
  readSome: async (ids) => (await readAny(ids)).filter(({ record }) => record !== undefined),
  watch(changed) {
    const hear = gather(changed);
    return keeper.watch(({ ids }) => hear(ids));
  },
};

/** Some papers, kept or in a pack; those that are neither are left out. */
export async function readAny(ids: readonly PaperId[]): Promise<Row[]> {
  return readRowsOf(await connect(), packs, ids);
}

/** All that is known of a paper; undefined where no more than its id is. */
export async function readPaper(id: PaperId): Promise<WholePaper | undefined> {
  const [known] = await readKnown(await connect(), packs, [id]);
  return known?.state && known.paper && { paper: known.paper, packs: known.packs };
}
