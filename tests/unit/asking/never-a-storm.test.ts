import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isExpected } from '../../../lib/errors';
import type { Trouble } from '../../../lib/job';
import { FAULTS, Lists, type Listed } from '../../services/arxiv-lists';
import { World } from './world';

const TROUBLES: Trouble[] = [
  'busy',
  'offline',
  'slow',
  'failed',
  'foreign',
  'unsaved',
  'refused',
  'unreadable',
  'unanswered',
];
const PAPERS = Array.from({ length: 60 }, (_, at) => `2511.${`${at}`.padStart(5, '0')}`);
const SETS = ['cs:cs:CL', 'cs:cs:LG', 'physics:hep-th'];
const CATEGORIES = [['cs.CL'], ['cs.LG', 'cs.CL'], ['cs'], ['hep-th', 'cs.CL']];
const NAMES = ['mine', 'other'];
const LONG = 5 * 24 * 3600 * 1000;

/** A world and the lists of its arXiv. */
interface Stage {
  world: World;
  lists: Lists;
}

/** Something that happens: in the world, to the worker, or at arXiv. */
type Event = (stage: Stage) => Promise<unknown>;

const record: fc.Arbitrary<Listed> = fc.record({
  paper: fc.record({
    id: fc.constantFrom(...PAPERS),
    title: fc.constantFrom('One title', 'Another'),
    published: fc.constantFrom('2019-12-31', '2020-01-01', '2021-06-15', '2022-01-01'),
  }),
  sets: fc.subarray(SETS, { minLength: 1 }),
  changed: fc.constantFrom('2022-02-02', '2026-03-01'),
  isDeleted: fc.boolean(),
});
const records = fc.uniqueArray(record, { selector: ({ paper }) => paper.id, maxLength: 30, size: 'max' });

const papers = fc.subarray(PAPERS, { minLength: 1 });
const name = fc.constantFrom(...NAMES);
const fault = fc.constantFrom(...Object.values(FAULTS));

/** Gives a command that may be refused, for a reason that is told. */
async function tell(world: World, command: Parameters<World['tell']>[0]): Promise<void> {
  try {
    await world.tell(command);
  } catch (error) {
    if (!isExpected(error)) throw error;
  }
}

const happens = (weight: number, arbitrary: fc.Arbitrary<Event>) => ({ weight, arbitrary });

/** How the worker lives and what it is asked to do. */
const OF_THE_WORKER = [
  happens(
    4,
    fc.integer({ min: 1, max: 4000 }).map(
      (time) =>
        ({ world }: Stage) =>
          world.pass(time),
    ),
  ),
  happens(
    1,
    fc.integer({ min: 1, max: 1e8 }).map(
      (time) =>
        ({ world }: Stage) =>
          world.pass(time),
    ),
  ),
  happens(
    3,
    papers.map(
      (ids) =>
        ({ world }: Stage) =>
          world.save(...ids),
    ),
  ),
  happens(
    2,
    fc.constant(({ world }: Stage) => world.die()),
  ),
  happens(
    3,
    fc.record({ left: fc.nat({ max: 12 }), isDone: fc.boolean() }).map((fuse) => async ({ world }: Stage) => {
      world.fuse = fuse;
      await world.goOn();
    }),
  ),
  happens(
    2,
    fc.constant(({ world }: Stage) => world.goOn()),
  ),
  happens(
    1,
    fc.tuple(fc.boolean(), fc.boolean()).map(([isAllowed, isStopped]) => async ({ world }: Stage) => {
      world.permission = { isAllowed, isStopped };
      await world.tell(({ completion }) => completion.permissionChanged());
    }),
  ),
  happens(
    1,
    fc.boolean().map(
      (isFull) =>
        async ({ world }: Stage) =>
          void (world.packs.isDiskFull = isFull),
    ),
  ),
];

/** What arXiv answers, well or not. */
const OF_ARXIV = [
  happens(
    1,
    fc.constant(async ({ lists }: Stage) => lists.forgetTokens()),
  ),
  happens(
    3,
    papers.map(
      (facts) =>
        async ({ world }: Stage) =>
          world.open && !world.open.part && world.answer({ facts }),
    ),
  ),
  happens(
    3,
    fc
      .record({
        trouble: fc.constantFrom(...TROUBLES),
        retryAt: fc.oneof(fc.constant(0), fc.constant(Infinity), fc.integer({ min: 0, max: 1e7 })),
      })
      .map(
        (reply) =>
          async ({ world }: Stage) =>
            world.open && !world.open.part && world.answer(reply),
      ),
  ),
  happens(
    8,
    fc.constant(async ({ world, lists }: Stage) => world.open?.part && world.answer(lists.answer(world.open.part))),
  ),
  happens(
    4,
    fault.map((wrong) => async ({ world, lists }: Stage) => {
      const part = world.open?.part;
      if (part) await world.answer(wrong(lists.answer(part), part));
    }),
  ),
];

/** What a person wants of packs. */
const OF_THE_PERSON = [
  happens(
    4,
    fc
      .record({
        name,
        categories: fc.constantFrom(...CATEGORIES),
        years: fc.constantFrom(undefined, { from: 2020, to: 2021 }),
      })
      .map(
        ({ years, ...request }) =>
          ({ world }: Stage) =>
            tell(world, ({ harvester }) => harvester.harvest({ ...request, ...(years && { years }) })),
      ),
  ),
  ...(['pause', 'resume', 'cancel', 'renew'] as const).map((command) =>
    happens(
      1,
      name.map(
        (one) =>
          ({ world }: Stage) =>
            tell(world, ({ harvester }) => harvester[command](one)),
      ),
    ),
  ),
];

const event = fc.oneof(...OF_THE_WORKER, ...OF_ARXIV, ...OF_THE_PERSON);
const events = fc.array(event, { maxLength: 60, size: 'max' });

function stageWith(some: readonly Listed[]): Stage {
  const stage = { world: new World(), lists: new Lists() };
  stage.world.now = Date.UTC(2026, 2, 2);
  for (const one of some) stage.lists.records.set(one.paper.id, one);
  return stage;
}

/** From now on nothing goes wrong any more, and everything that was begun is gone on with. */
async function comeToRest({ world, lists }: Stage): Promise<void> {
  world.permission = { isAllowed: true, isStopped: false };
  world.packs.isDiskFull = false;
  world.arxiv = () => ({});
  world.oai = (part) => lists.answer(part);
  await world.die();
  // The last of many attempts may have been left, and fail still.
  for (const one of [...NAMES, ...NAMES]) {
    await tell(world, ({ harvester }) => harvester.resume(one));
    await world.pass(LONG);
  }
}

it('never asks twice at once, nor sooner than three seconds after the last request, whatever happens', async () => {
  const requests = { papers: 0, parts: 0 };
  await fc.assert(
    fc.asyncProperty(records, events, async (some, all) => {
      const stage = stageWith(some);
      const { world } = stage;
      for (const takesPlace of all) {
        await takesPlace(stage);
        const mayAsk = world.permission.isAllowed && !world.permission.isStopped;
        expect(mayAsk || !world.open || world.open.part !== undefined).toBe(true);
      }
      world.requests.slice(1).forEach(({ start }, at) => {
        const earlier = world.requests[at];
        expect(start - (earlier?.end ?? Infinity)).toBeGreaterThanOrEqual(3000);
      });
      for (const { ids, part } of world.requests) {
        expect(new Set(ids).size).toBe(ids.length);
        requests[part ? 'parts' : 'papers']++;
      }
    }),
    { numRuns: 1000 },
  );
  // A world in which nothing is asked proves nothing.
  expect(requests.papers).toBeGreaterThan(1000);
  expect(requests.parts).toBeGreaterThan(1000);
});

it('completes every paper in the end, once arXiv answers', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (all) => {
      const stage = stageWith([]);
      for (const takesPlace of all) await takesPlace(stage);
      await comeToRest(stage);
      expect((await stage.world.queue.jobs()).filter(({ problem }) => problem === undefined)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('has in the end every paper of each list exactly as arXiv has it', async () => {
  let copied = 0;
  await fc.assert(
    fc.asyncProperty(records, events, records, events, async (some, all, changes, later) => {
      const stage = stageWith(some);
      const { world, lists } = stage;
      for (const takesPlace of all) await takesPlace(stage);
      await comeToRest(stage);
      copied += await expectCopies(stage);

      lists.day = '2026-04-01';
      for (const change of changes) {
        const before = lists.records.get(change.paper.id);
        // What a list no longer has, it says nothing of.
        const sets = [...new Set([...change.sets, ...(before?.sets ?? [])])];
        const published = before?.paper.published ?? '2021-01-01';
        const paper = { ...change.paper, published };
        lists.records.set(paper.id, { ...change, paper, sets, changed: '2026-03-02' });
      }
      for (const one of NAMES) await tell(world, ({ harvester }) => harvester.renew(one));
      world.oai = undefined;
      for (const takesPlace of later) await takesPlace(stage);
      await comeToRest(stage);
      // What was cancelled meanwhile has not come.
      for (const one of NAMES) await tell(world, ({ harvester }) => harvester.renew(one));
      await world.pass(LONG);
      copied += await expectCopies(stage);
    }),
    { numRuns: 300 },
  );
  expect(copied).toBeGreaterThan(1000);
});

/** @returns how many papers there are. */
async function expectCopies({ world, lists }: Stage): Promise<number> {
  const harvests = await world.harvests.all();
  expect(harvests.map(({ run }) => run)).toEqual(harvests.map(() => undefined));
  expect(world.packs.open).toBe(0);
  let papersOfAll = 0;
  for (const { name: one, last } of harvests) {
    const pack = world.packs.packs.get(one);
    expect(byId(pack)).toEqual(byId(last && lists.copy(last.request)));
    papersOfAll += pack?.size ?? 0;
  }
  return papersOfAll;
}

function byId<Value>(map: ReadonlyMap<string, Value> | undefined): [string, Value][] {
  return [...(map ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
}
