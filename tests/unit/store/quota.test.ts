import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Change } from '../../../lib/edit';
import { isExpected } from '../../../lib/errors';
import type { StorageArea } from '../../../lib/store/journal';
import { beforeEachPut } from './fuse';
import { createWorld, editOf, type World } from './world';

const [RLVE, OLMO] = ['2511.07317', '2512.13961'];
const NOTE = 'n'.repeat(40_000);

/** Several papers, a note that is too long for the journal's head, and a paper that is let go. */
const EDITS: Change[][] = [
  [{ kind: 'save', id: RLVE, facts: { title: 'RLVE', authors: ['A'] } }],
  [
    { kind: 'tag', id: RLVE, tag: 'rl' },
    { kind: 'save', id: OLMO, state: 'read' },
  ],
  [{ kind: 'note', id: OLMO, note: NOTE, from: '' }],
  [{ kind: 'remove', id: RLVE }],
  [{ kind: 'star', id: OLMO }],
];

/** A disk that takes none of these writes, counted from 0: of those into the database and those beside it. */
function diskFull(atWrite: (write: number) => boolean) {
  let writes = 0;
  let refused = 0;
  const isFull = () => {
    const isRefused = atWrite(writes++);
    if (isRefused) refused++;
    return isRefused;
  };
  return {
    refused: () => refused,
    area: (area: StorageArea): StorageArea => ({
      ...area,
      async set(items) {
        if (isFull()) throw new Error('Resource::kQuotaBytes quota exceeded');
        await area.set(items);
      },
    }),
    put() {
      if (isFull()) throw new DOMException('The disk is full.', 'QuotaExceededError');
    },
  };
}

/** Makes edits in turn; returns those that were refused, having seen that they say why. */
async function makeAll(world: World, disk: ReturnType<typeof diskFull>): Promise<number[]> {
  const stop = beforeEachPut(disk.put);
  const library = world.startWorker(disk.area);
  const outcomes: [number, Error | undefined][] = [];
  for (const [at, changes] of EDITS.entries()) {
    const made = library.edit(editOf(`edit ${at}`, ...changes));
    outcomes.push([
      at,
      await made.then(
        () => undefined,
        (error: Error) => error,
      ),
    ]);
  }
  stop();
  const refusals = outcomes.flatMap(([at, error]) => (error ? [{ at, error }] : []));
  for (const { error } of refusals) {
    expect([isExpected(error), error.message]).toEqual([true, expect.stringMatching(WORDS)]);
  }
  return refusals.map(({ at }) => at);
}

const WORDS = /no room left on the disk.*safe.*Free some space and try again/;

async function stateOf(world: World) {
  const { copies, isWhole } = await world.readJournal();
  return { records: await world.records(), copies, isWhole };
}

it.each<[string, (write: number) => (at: number) => boolean]>([
  ['at one write', (write) => (at) => at === write],
  ['from one write on', (write) => (at) => at >= write],
])(
  'a disk that is full %s, whichever that is, keeps what was made and takes the rest when there is room',
  async (_, full) => {
    const undisturbed = createWorld();
    await makeAll(
      undisturbed,
      diskFull(() => false),
    );
    const all = await stateOf(undisturbed);
    const everRefused = new Set<number>();
    for (let write = 0; ; write++) {
      const world = createWorld();
      const disk = diskFull(full(write));
      const refused = await makeAll(world, disk);
      if (disk.refused() === 0) break;
      for (const at of refused) everRefused.add(at);
      // What was acknowledged is in the journal, also if the database is lost now.
      const library = world.startWorker();
      await library.prepare();
      const { copies, isWhole } = await world.readJournal();
      expect(isWhole).toBe(true);
      const made = Math.min(...refused, EDITS.length);
      expect(copies.get(OLMO)?.record ?? {}).toMatchObject({
        ...(made > 1 && { state: 'read' }),
        ...(made > 2 && { note: NOTE }),
      });
      // Asked for again in turn, it comes out as if there had always been room.
      for (let at = Math.min(...refused); at < EDITS.length; at++) {
        await library.edit(editOf(refused.includes(at) ? `edit ${at}` : `again ${at}`, ...(EDITS[at] ?? [])));
      }
      expect(await stateOf(world)).toEqual(all);
    }
    expect([...everRefused].sort()).toEqual([0, 1, 2, 3, 4]);
  },
);

it('a disk that is found to be full only when all has been written leaves nothing of an edit behind', async () => {
  const world = createWorld();
  const library = world.startWorker();
  await library.edit(editOf('keeps one', { kind: 'save', id: RLVE }));
  const stop = beforeEachPut((store) => {
    const { transaction } = store;
    const abort = Reflect.get(transaction, '_abort') as (name: string) => void;
    setImmediate(() => abort.call(transaction, 'QuotaExceededError'));
  });
  const refusal = await library
    .edit(editOf('keeps another', { kind: 'save', id: OLMO }))
    .catch((error: unknown) => error);
  stop();
  expect(isExpected(refusal)).toBe(true);
  expect((await world.records()).map(({ id }) => id)).toEqual([RLVE]);
});
