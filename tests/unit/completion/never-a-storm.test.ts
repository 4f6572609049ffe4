import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Trouble } from '../../../lib/job';
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

/** Something that happens: in the world, to the worker, or at arXiv. */
type Event = (world: World) => Promise<unknown>;

const papers = fc.subarray(PAPERS, { minLength: 1 });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4000 }).map((time) => (world: World) => world.pass(time)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1e8 }).map((time) => (world: World) => world.pass(time)) },
  { weight: 3, arbitrary: papers.map((ids) => (world: World) => world.save(...ids)) },
  { weight: 2, arbitrary: fc.constant((world: World) => world.die()) },
  { weight: 2, arbitrary: fc.constant((world: World) => world.goOn()) },
  {
    weight: 4,
    arbitrary: papers.map((facts) => async (world: World) => world.open && world.answer({ facts })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        trouble: fc.constantFrom(...TROUBLES),
        retryAt: fc.oneof(fc.constant(0), fc.constant(Infinity), fc.integer({ min: 0, max: 1e7 })),
      })
      .map((reply) => async (world: World) => world.open && world.answer(reply)),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.boolean(), fc.boolean()).map(([isAllowed, isStopped]) => async (world: World) => {
      world.permission = { isAllowed, isStopped };
      void world.worker.permissionChanged();
      await world.goOn();
    }),
  },
);

it('never asks twice at once, nor sooner than three seconds after the last request, whatever happens', async () => {
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
      const world = new World();
      for (const happens of events) {
        const before = world.requests.length;
        await happens(world);
        const mayAsk = world.permission.isAllowed && !world.permission.isStopped;
        expect(mayAsk || world.open === undefined).toBe(true);
        requests += world.requests.length - before;
      }
      world.requests.slice(1).forEach(({ start }, at) => {
        const earlier = world.requests[at];
        expect(start - (earlier?.end ?? Infinity)).toBeGreaterThanOrEqual(3000);
      });
      for (const { ids } of world.requests) expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 1000 },
  );
  // A world in which nothing is asked proves nothing.
  expect(requests).toBeGreaterThan(1000);
});

it('completes every paper in the end, once arXiv answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const world = new World();
      for (const happens of events) await happens(world);
      world.permission = { isAllowed: true, isStopped: false };
      world.arxiv = () => ({});
      await world.die();
      await world.pass(2 * 24 * 3600 * 1000);
      expect((await world.queue.jobs()).filter(({ problem }) => problem === undefined)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
