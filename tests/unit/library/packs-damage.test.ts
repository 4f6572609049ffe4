import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Packs } from '../../../lib/library/packs';
import {
  addBatch,
  anyBatch,
  beginToTake,
  createWorld,
  expectNothingLeft,
  expectPacks,
  harm,
  idOf,
  type Model,
  NUMBERS,
  takeInto,
  type Taking,
  totalFor,
  traced,
  type World,
} from './packs-world';

async function take(packs: Packs, taking: Taking) {
  return (await packs.end(await beginToTake(packs, taking))).outcome;
}

/** Sees that a pack says nothing that is not so, though it may not say all. */
async function expectNothingWrong(packs: Packs, model: Model): Promise<void> {
  const titles = model.get('one')?.titles ?? new Map<number, string>();
  for (const [id, known] of await packs.find(NUMBERS.map(idOf))) {
    expect([id, known.paper.title]).toEqual([id, titles.get(NUMBERS.find((each) => idOf(each) === id) ?? -1)]);
  }
  for (const title of ['alpha', 'beta']) {
    const having = [...titles.values()].filter((own) => own === title);
    expect(await totalFor(packs, title)).toBeLessThanOrEqual(having.length);
  }
  for (const id of await traced(packs)) expect([...titles.keys()].map(idOf)).toContain(id);
}

/** Sees that after a while all is as it was, and that what comes is still told from what is there. */
async function expectMended(world: World, packs: Packs, model: Model): Promise<void> {
  await vi.waitFor(async () => {
    expect((await packs.list()).flatMap(({ problem = [] }) => problem)).toEqual([]);
    await expectPacks(packs, model);
  });
  const known = [...(model.get('one')?.titles ?? [])];
  const again: Taking = { name: 'one', isWhole: true, batches: [{ papers: known, removed: [] }] };
  expect(await take(packs, again)).toEqual({ added: 0, changed: 0, reused: known.length, dropped: 0 });
  await expectNothingLeft(world, packs);
  await expectPacks(packs, model);
}

const FIRST: Taking = {
  name: 'one',
  isWhole: true,
  batches: [{ papers: NUMBERS.slice(0, 20).map((each) => [each, each % 2 === 0 ? 'alpha' : 'beta']), removed: [] }],
};
const SECOND: Taking = {
  name: 'one',
  isWhole: false,
  batches: [
    {
      papers: [
        [1, 'alpha'],
        [22, 'alpha'],
      ],
      removed: [5],
    },
  ],
};

describe.each([
  'terms',
  'endings',
  'postings',
  'positions',
  'ids',
  'norms',
  'places',
  'digests',
  'prints',
  'filter',
  'deleted',
])('where a page of the file “%s” is damaged', (file) => {
  it.each(['lost', 'altered'] as const)('(%s), nothing wrong is found, and all is found again', async (how) => {
    for (let page = 0; page < 3; page++) {
      const [world, model]: [World, Model] = [createWorld(), new Map()];
      const first = await world.start();
      for (const taking of [FIRST, SECOND]) expect(await take(first, taking)).toEqual(takeInto(model, taking));
      expect(await harm(world, { file, page, how })).toBe(true);
      const packs = await world.start();
      await expectNothingWrong(packs, model);
      await expectMended(world, packs, model);
    }
  });
});

it('a pack says that a part of it is being mended, as long as that is so', async () => {
  const [world, model]: [World, Model] = [createWorld(), new Map()];
  takeInto(model, FIRST);
  await take(await world.start(), FIRST);
  await harm(world, { file: 'ids', page: 0, how: 'altered' });
  const packs = await world.start();
  expect(await packs.list()).toMatchObject([{ papers: 20, problem: expect.stringContaining('is being written anew') }]);
  await expectMended(world, packs, model);
});

it('searches that come upon damage at once all go on without it', async () => {
  const [world, model]: [World, Model] = [createWorld(), new Map()];
  takeInto(model, FIRST);
  await take(await world.start(), FIRST);
  await harm(world, { file: 'postings', page: 0, how: 'lost' });
  const packs = await world.start();
  const totals = await Promise.all(['alpha', 'beta', 'alpha', 'alp'].map((text) => totalFor(packs, text)));
  expect(Math.max(...totals)).toBeLessThanOrEqual(10);
  await expectMended(world, packs, model);
});

const harmed = fc.record({ page: fc.nat(), how: fc.constantFrom('lost' as const, 'altered' as const) });
const taking = fc.record({
  isWhole: fc.boolean(),
  batches: fc.array(fc.tuple(anyBatch, fc.option(harmed)), { maxLength: 6 }),
});

it('whatever is damaged while papers come in, all of them are there at last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(taking, { minLength: 1, maxLength: 3 }), fc.boolean(), async (takings, isTidied) => {
      const [world, model]: [World, Model] = [createWorld(), new Map()];
      let packs = await world.start();
      for (const { isWhole, batches } of takings) {
        const intake = await packs.begin({ name: 'one', isWhole });
        for (const [at, [each, page]] of batches.entries()) {
          if (page && (await harm(world, page))) packs = await world.start();
          await expectNothingWrong(packs, model);
          await addBatch(packs, intake, at, each);
        }
        const { outcome } = await packs.end(intake);
        expect(outcome).toEqual(takeInto(model, { name: 'one', isWhole, batches: batches.map(([each]) => each) }));
        if (isTidied) await packs.tidy();
      }
      await expectMended(world, packs, model);
    }),
    { numRuns: 60 },
  );
});
