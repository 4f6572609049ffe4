import { expect, it } from 'vitest';
import { newJob } from '../../../lib/job';
import { World } from '../asking/world';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const A = '2511.07317';
const B = '2512.13961';
const C = 'hep-th/9901001';

const asked = (world: World) => world.requests.map(({ ids }) => ids);

it('asks about a paper at once, and about no paper twice', async () => {
  const world = new World();
  await world.save(A);
  await world.save(A);
  await world.answer();
  await world.pass(60 * MINUTE);
  expect(asked(world)).toEqual([[A]]);
  expect(world.completed).toEqual([A]);
});

it('keeps three seconds between the end of a request and the start of the next, and asks one at a time', async () => {
  const world = new World();
  await world.save(A);
  await world.save(B);
  await world.pass(5 * SECOND);
  await world.save(C);
  await world.answer();
  await world.pass(3 * SECOND - 1);
  expect(asked(world)).toEqual([[A]]);
  await world.pass(1);
  expect(asked(world)).toEqual([[A], [B, C]]);
});

it('asks for 120 papers in three requests', async () => {
  const world = new World();
  world.arxiv = () => ({});
  await world.save(...Array.from({ length: 120 }, (_, at) => `2511.${`${at}`.padStart(5, '0')}`));
  await world.pass(6 * SECOND);
  expect(asked(world).map((ids) => ids.length)).toEqual([50, 50, 20]);
  expect(world.completed).toHaveLength(120);
});

it('asks for nothing at all where it was not allowed', async () => {
  const world = new World();
  world.permission = { isAllowed: false, isStopped: false };
  world.incomplete = [B];
  await world.save(A);
  await world.tell(({ completion }) => completion.catchUp());
  await world.pass(60 * MINUTE);
  expect(world.requests).toEqual([]);
});

it('asks about what is there once it is allowed', async () => {
  const world = new World();
  world.permission = { isAllowed: false, isStopped: false };
  await world.save(A);
  world.permission = { isAllowed: true, isStopped: false };
  await world.tell(({ completion }) => completion.permissionChanged());
  expect(asked(world)).toEqual([[A]]);
});

it('catches up with papers that came into the library without a job', async () => {
  const world = new World();
  await world.queue.add([newJob(A, 0)]);
  world.incomplete = [A, B];
  await world.tell(({ completion }) => completion.catchUp());
  expect(asked(world)).toEqual([[A, B]]);
});

it.each([
  { isAllowed: false, isStopped: false },
  { isAllowed: true, isStopped: true },
])('ends a request at once when the permission is %o, and asks again when it is given back', async (permission) => {
  const world = new World();
  await world.save(A);
  world.permission = permission;
  await world.tell(({ completion }) => completion.permissionChanged());
  expect(world.open).toBeUndefined();
  await world.pass(60 * MINUTE);
  expect(world.requests).toHaveLength(1);
  world.permission = { isAllowed: true, isStopped: false };
  await world.tell(({ completion }) => completion.permissionChanged());
  expect(asked(world)).toEqual([[A], [A]]);
  expect(world.open?.start).toBeGreaterThanOrEqual((world.requests[0]?.end ?? 0) + 3 * SECOND);
});

it('starts no request over a permission that is taken back while one is made ready', async () => {
  const world = new World();
  await world.queue.add([newJob(A, 0)]);
  void world.goOn();
  world.permission = { isAllowed: false, isStopped: false };
  await world.tell(({ completion }) => completion.permissionChanged());
  expect(world.requests).toEqual([]);
});

it('is not asked again by a worker that was stopped within a request before it could have ended', async () => {
  const world = new World();
  await world.save(A);
  await world.pass(2 * SECOND);
  await world.die();
  await world.die();
  await world.pass(20 * SECOND);
  expect(asked(world)).toEqual([[A]]);
  await world.pass(1 * SECOND);
  expect(asked(world)).toEqual([[A], [A]]);
  await world.answer();
  expect(world.completed).toEqual([A]);
});

it('keeps the three seconds where the worker is stopped between two requests', async () => {
  const world = new World();
  await world.save(A);
  await world.save(B);
  await world.answer();
  await world.pass(1 * SECOND);
  await world.die();
  await world.pass(2 * SECOND - 1);
  expect(asked(world)).toEqual([[A]]);
  await world.pass(1);
  expect(asked(world)).toEqual([[A], [B]]);
});

it('asks ever more seldom where every request kills the worker', async () => {
  const world = new World();
  await world.save(A);
  for (let death = 0; death < 6; death++) {
    await world.die();
    while (!world.open) await world.pass(1 * SECOND);
  }
  const starts = world.requests.map(({ start }) => start);
  const waits = starts.slice(1).map((start, at) => (start - (starts[at] ?? 0)) / SECOND);
  expect(waits).toEqual([23, 30, 60, 120, 240, 480]);
});

it('finds the one paper that spoils every answer, and the others come to their facts', async () => {
  const world = new World();
  const papers = Array.from({ length: 50 }, (_, at) => `2511.${`${at}`.padStart(5, '0')}`);
  const spoiler = '2511.00023';
  world.arxiv = (ids) => (ids.includes(spoiler) ? { trouble: 'refused' } : {});
  await world.save(...papers);
  await world.pass(24 * 60 * MINUTE);
  expect([...world.completed].sort()).toEqual(papers.filter((id) => id !== spoiler));
  expect(await world.queue.jobs()).toEqual([expect.objectContaining({ id: spoiler, problem: 'refused' })]);
  expect(world.requests.length).toBeLessThan(20);
});

it('asks three times about a paper that arXiv does not know, and then never again', async () => {
  const world = new World();
  world.incomplete = [A];
  world.arxiv = () => ({ facts: [] });
  await world.save(A);
  for (let start = 0; start < 100; start++) {
    await world.pass(30 * MINUTE);
    await world.die();
    await world.tell(({ completion }) => completion.catchUp());
  }
  expect(world.requests).toHaveLength(3);
  expect(await world.completion.state()).toEqual({ isAllowed: true, isStopped: false, waiting: 0, isAsking: false });
});

it('is in no haste where the answer cannot be put on disk, and loses nothing', async () => {
  const world = new World();
  world.isDiskFull = true;
  await world.save(A);
  await world.answer();
  expect(await world.completion.state()).toMatchObject({
    waiting: 1,
    problem: 'unsaved',
    nextAt: world.now + 15 * SECOND,
  });
  world.isDiskFull = false;
  await world.pass(15 * SECOND);
  await world.answer();
  expect(world.completed).toEqual([A]);
});

it('does not bring a paper back that was let go meanwhile', async () => {
  const world = new World();
  await world.save(A);
  world.queue.forget(A);
  await world.answer({ facts: [] });
  expect(await world.queue.jobs()).toEqual([]);
});

it('says how it stands', async () => {
  const world = new World();
  const open = { isAllowed: true, isStopped: false };
  expect(await world.completion.state()).toEqual({ ...open, waiting: 0, isAsking: false });
  await world.save(A, B);
  expect(await world.completion.state()).toMatchObject({ ...open, waiting: 2, isAsking: true });
  await world.answer({ trouble: 'busy', retryAt: world.now + 90 * SECOND });
  const nextAt = world.now + 90 * SECOND;
  expect(await world.completion.state()).toEqual({ ...open, waiting: 2, isAsking: false, nextAt, problem: 'busy' });
  world.permission = { isAllowed: true, isStopped: true };
  expect(await world.completion.state()).toEqual({ ...world.permission, waiting: 2, isAsking: false, problem: 'busy' });
});
