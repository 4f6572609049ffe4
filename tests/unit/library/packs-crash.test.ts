import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { isExpected } from '../../../lib/errors';
import {
  addBatch,
  anyBatch,
  createWorld,
  expectNothingLeft,
  expectPacks,
  type Harm,
  harm,
  type Model,
  NUMBERS,
  takeInto,
  type Taking,
  type World,
} from './packs-world';

const name = fc.constantFrom('one', 'two');
const kills = fc.array(fc.nat(80), { maxLength: 2 });
/** A batch of which hardly any paper is there already: enough of them for a segment. */
const fullBatch = fc.record({
  papers: fc.array(fc.tuple(fc.constantFrom(...NUMBERS), fc.constantFrom('alpha', 'beta', 'gamma', 'delta')), {
    minLength: 7,
    maxLength: 9,
  }),
  removed: fc.array(fc.constantFrom(...NUMBERS), { maxLength: 1 }),
});
/** As late as in the middle of merging what many batches have brought. */
const lateKills = fc.array(fc.nat(800), { maxLength: 3 });
/** What is done with packs, and at which moments the workers that do it are killed. */
type Act =
  | { kind: 'take'; taking: Taking; isCancelled: boolean; kills: number[][] }
  /** By one worker as far as it comes, so that segments are merged while batches come in; it tidies up before these. */
  | { kind: 'take on'; taking: Taking; isCancelled: boolean; tidied: number[]; kills: number[] }
  | { kind: 'switch'; name: string; isOn: boolean; kills: number[] }
  | { kind: 'remove'; name: string; kills: number[] }
  | { kind: 'tidy'; kills: number[] }
  | { kind: 'harm'; harm: Harm; kills: number[] };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('take' as const),
      taking: fc.record({ name, isWhole: fc.boolean(), batches: fc.array(anyBatch, { maxLength: 6 }) }),
      isCancelled: fc.nat(4).map((chance) => chance === 0),
      kills: fc.array(kills, { maxLength: 8 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('take on' as const),
      taking: fc.record({ name, isWhole: fc.boolean(), batches: fc.array(fullBatch, { minLength: 8, maxLength: 24 }) }),
      isCancelled: fc.nat(4).map((chance) => chance === 0),
      tidied: fc.array(fc.nat(24), { maxLength: 4 }),
      kills: lateKills,
    }),
  },
  fc.record({ kind: fc.constant('switch' as const), name, isOn: fc.boolean(), kills }),
  fc.record({ kind: fc.constant('remove' as const), name, kills }),
  fc.record({ kind: fc.constant('tidy' as const), kills }),
  fc.record({
    kind: fc.constant('harm' as const),
    harm: fc.record({ page: fc.nat(), how: fc.constantFrom('lost' as const, 'altered' as const) }),
    kills,
  }),
);

async function take(
  { insist }: World,
  model: Model,
  { taking, isCancelled, kills: all }: Extract<Act, { kind: 'take' }>,
) {
  const [atBegin = [], atEnd = [], ...atBatches] = all;
  const intake = await insist(atBegin, (packs) => packs.begin({ name: taking.name, isWhole: taking.isWhole }));
  for (const [at, each] of taking.batches.entries()) {
    await insist(atBatches[at] ?? [], (packs) => addBatch(packs, intake, at, each));
  }
  if (isCancelled) {
    await insist(atEnd, (packs) => packs.cancel(intake));
    return;
  }
  const { outcome } = await insist(atEnd, (packs) => packs.end(intake));
  expect(outcome).toEqual(takeInto(model, taking));
}

/** A worker goes on where the one before was killed. */
async function takeOn({ insist }: World, model: Model, one: Extract<Act, { kind: 'take on' }>): Promise<void> {
  const { taking, isCancelled, tidied } = one;
  const { name: pack, isWhole, batches } = taking;
  const intake = await insist([], (packs) => packs.begin({ name: pack, isWhole }));
  const ended = await insist(one.kills, async (packs) => {
    const tidying: Promise<void>[] = [];
    // Of one that has come to its end already no batch is missing.
    for (let at = (await packs.nextBatch(intake)) ?? batches.length; at < batches.length; at++) {
      if (tidied.includes(at)) tidying.push(packs.tidy().catch(() => undefined));
      await addBatch(packs, intake, at, batches[at] ?? { papers: [], removed: [] });
    }
    const came = await (isCancelled ? packs.cancel(intake) : packs.end(intake));
    await Promise.all([...tidying, packs.tidy()]);
    return came;
  });
  if (ended) expect(ended.outcome).toEqual(takeInto(model, taking));
}

async function perform(world: World, model: Model, one: Act): Promise<void> {
  const { insist } = world;
  if (one.kind === 'take') {
    await take(world, model, one);
  } else if (one.kind === 'take on') {
    await takeOn(world, model, one);
  } else if (one.kind === 'tidy') {
    await insist(one.kills, (packs) => packs.tidy());
  } else if (one.kind === 'harm') {
    if (model.size > 0) await harm(world, one.harm);
    // It mends what it finds damaged. What it has no need to read, whoever looks there first does.
    await insist(one.kills, (packs) => packs.tidy());
  } else if (!model.has(one.name)) {
    return;
  } else if (one.kind === 'switch') {
    await insist(one.kills, (packs) => packs.switch(one.name, one.isOn));
    Object.assign(model.get(one.name) ?? {}, { isOn: one.isOn });
  } else {
    // Who has not heard that it is gone is told that there is no such pack.
    await insist(one.kills, (packs) => packs.remove(one.name).catch(onlyExpected));
    model.delete(one.name);
  }
}

function onlyExpected(error: unknown): void {
  if (!isExpected(error)) throw error;
}

it('whenever a worker dies, what packs were told is there, and nothing besides', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
      const world = createWorld();
      const model: Model = new Map();
      for (const one of acts) {
        await perform(world, model, one);
        const packs = await world.start();
        await vi.waitFor(() => expectPacks(packs, model));
      }
      const packs = await world.start();
      await expectNothingLeft(world, packs);
      await expectPacks(packs, model);
    }),
    { numRuns: 60 },
  );
});
