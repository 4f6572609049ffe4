import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Edit } from '../../../lib/edit';
import type { Library } from '../../../lib/library';
import { beforeEachPut, createFuse, onFuse } from './fuse';
import { edit } from './generated';
import { byId, createOracle } from './oracle';
import { createWorld, type World } from './world';

/** An edit that is asked for again and again, by whoever did not hear of it, until it is made. */
interface Asked {
  edit: Edit;
  /** At which moment its worker is killed, the first time, the second time, … */
  kills: number[];
}

/** Has a worker do something, and another one if that was killed, and so on. The last one is not killed. */
async function insist(world: World, kills: number[], work: (library: Library) => Promise<unknown>): Promise<void> {
  for (const moments of [...kills, undefined]) {
    const burn = moments === undefined ? () => undefined : createFuse(moments);
    const stop = beforeEachPut(burn);
    try {
      await work(world.startWorker((area) => onFuse(area, burn)));
      return;
    } catch (error) {
      // A fuse that did not burn down is no reason to fail.
      if (moments === undefined) throw error;
    } finally {
      stop();
    }
  }
}

/** What may become of a profile while the browser is closed. */
const MISFORTUNES = [
  'none',
  'database lost',
  'journal lost',
  'journal cut',
  'older database',
  'older journal',
] as const;

const kills = fc.array(fc.nat(25), { maxLength: 2 });
const asked: fc.Arbitrary<Asked> = fc.record({ edit, kills });
const season = fc.record({ asked: fc.array(asked, { maxLength: 4 }), end: fc.constantFrom(...MISFORTUNES), kills });

it('whatever is asked for, whenever a worker is killed and whatever is lost, the library is as if nothing had happened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(season, { maxLength: 4 }), async (seasons) => {
      const world = createWorld();
      const oracle = createOracle();
      await world.startWorker().prepare();
      for (const { asked: all, end, kills: atStart } of seasons) {
        const [database, journal] = [await world.dump(), { ...world.local.items }];
        for (const one of all) {
          await insist(world, one.kills, (library) => library.edit(one.edit));
          for (const change of one.edit.changes) oracle.apply(change, 1000);
        }
        await befall(world, end, { database, journal });
        world.endSession();
        await insist(world, atStart, (library) => library.prepare());
        expect(await world.records()).toEqual(oracle.records());
        const { copies, isWhole } = await world.readJournal();
        expect(isWhole).toBe(true);
        const records = [...copies.values()].map(({ record }) => record);
        expect(records.sort(byId)).toEqual(oracle.records());
      }
    }),
    { numRuns: 200 },
  );
});

async function befall(
  { local, ...world }: World,
  misfortune: (typeof MISFORTUNES)[number],
  before: { database: Awaited<ReturnType<World['dump']>>; journal: Record<string, unknown> },
): Promise<void> {
  const empty = () => Object.keys(local.items).forEach((key) => delete local.items[key]);
  if (misfortune === 'database lost') await world.loseDatabase();
  if (misfortune === 'older database') await world.putBack(before.database);
  if (misfortune === 'journal lost') empty();
  if (misfortune === 'journal cut') local.items['journal'] = String(local.items['journal']).slice(0, -9);
  if (misfortune === 'older journal') {
    empty();
    Object.assign(local.items, before.journal);
  }
}

it('edits that are made at once are all made, and share the writing of the journal', async () => {
  const world = createWorld();
  let writes = 0;
  const library = world.startWorker((area) => ({ ...area, set: (items) => (writes++, area.set(items)) }));
  await library.edit({ operation: 'keeps it', changes: [{ kind: 'save', id: '2511.07317' }] });
  writes = 0;
  const tags = Array.from({ length: 50 }, (_, at) => `tag ${at}`);
  await Promise.all(
    tags.map((tag) => library.edit({ operation: tag, changes: [{ kind: 'tag', id: '2511.07317', tag }] })),
  );
  expect(writes).toBeLessThan(tags.length);
  expect((await world.records()).map((record) => record.tags?.toSorted())).toEqual([tags.toSorted()]);
  expect((await world.readJournal()).copies.get('2511.07317')?.record.tags).toHaveLength(50);
});
