import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPacks, type Packs } from '../../../lib/library/packs';
import type { SegmentFile } from '../../../lib/segment';
import { connectTo, type Database } from '../../../lib/store/connection';
import { expectPacks, idOf, type Model, paper, takeInto, type Taking, totalFor } from './packs-world';

let count = 0;

interface Warm {
  packs: Packs;
  swap(): void;
  inside(change: (database: Database) => Promise<void>): Promise<void>;
}

/** One worker that lives on, and two databases of which one at a time is in its place. */
function createWarm(): Warm {
  const databases = [0, 1].map(() => connectTo(`packs-warm-${count++}`, async () => undefined));
  const connect = () => (databases[0] as (typeof databases)[number])();
  const packs = createPacks(connect, () => 1000, 3);
  return {
    packs,
    swap() {
      databases.reverse();
      packs.forget();
    },
    inside: async (change) => change(await connect()),
  };
}

async function take(packs: Packs, model: Model, taking: Taking): Promise<void> {
  const { name, isWhole, batches } = taking;
  const intake = await packs.begin({ name, isWhole });
  for (const [at, { papers, removed }] of batches.entries()) {
    const batch = papers.map(([number, title]) => paper(number, title));
    await packs.add(intake, at, batch, removed.map(idOf));
  }
  expect((await packs.end(intake)).outcome).toEqual(takeInto(model, taking));
}

/** No two titles begin alike: a word of a search is met by all words that begin with it. */
const wordOf = (each: number) => `${String.fromCharCode(97 + each)}word`;

const NUMBERS = Array.from({ length: 16 }, (_, at) => at);
const number = fc.constantFrom(...NUMBERS);
const name = fc.constantFrom('one', 'two');
const batch = fc.record({
  papers: fc.array(fc.tuple(number, fc.constantFrom('alpha', 'alpine', 'beta')), { maxLength: 9 }),
  removed: fc.array(number, { maxLength: 2 }),
});

type Act =
  | { kind: 'take'; taking: Taking }
  | { kind: 'switch'; name: string; isOn: boolean }
  | { kind: 'remove'; name: string }
  | { kind: 'tidy' }
  | { kind: 'read ahead' }
  | { kind: 'swap' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('take' as const),
      taking: fc.record({ name, isWhole: fc.boolean(), batches: fc.array(batch, { maxLength: 4 }) }),
    }),
  },
  fc.record({ kind: fc.constant('switch' as const), name, isOn: fc.boolean() }),
  fc.record({ kind: fc.constant('remove' as const), name }),
  fc.record({ kind: fc.constantFrom('tidy' as const, 'read ahead' as const, 'swap' as const) }),
);

/** @param models what the databases have, the one in place first. */
async function perform({ packs, swap }: Warm, models: Model[], one: Act): Promise<void> {
  const model = models[0] as Model;
  if (one.kind === 'take') {
    await take(packs, model, one.taking);
  } else if (one.kind === 'tidy') {
    await packs.tidy();
  } else if (one.kind === 'read ahead') {
    await packs.readAhead();
  } else if (one.kind === 'swap') {
    swap();
    models.reverse();
  } else if (!model.has(one.name)) {
    return;
  } else if (one.kind === 'switch') {
    await packs.switch(one.name, one.isOn);
    Object.assign(model.get(one.name) ?? {}, { isOn: one.isOn });
  } else {
    await packs.remove(one.name);
    model.delete(one.name);
  }
}

it('a worker that has searched before finds what packs have now, whatever was done with them since', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 10 }), async (acts) => {
      const warm = createWarm();
      const models: Model[] = [new Map(), new Map()];
      for (const one of acts) {
        await perform(warm, models, one);
        await expectPacks(warm.packs, models[0] as Model);
      }
    }),
    { numRuns: 40 },
  );
});

it.each<SegmentFile>(['terms', 'postings', 'positions', 'places'])(
  'a worker that has searched before finds all papers of a pack once it is mended of damage to its %s',
  async (damaged) => {
    const { packs, inside } = createWarm();
    const model: Model = new Map();
    const papers = NUMBERS.map((each): [number, string] => [each, `alpha ${wordOf(each)}`]);
    const taking: Taking = { name: 'one', isWhole: true, batches: [{ papers, removed: [] }] };
    await take(packs, model, taking);
    for (let again = 0; again < 3; again++) expect(await totalFor(packs, 'alpha')).toBe(NUMBERS.length);
    await inside(async (database) => {
      for (const key of await database.getAllKeys('pages')) {
        if (key[1] === damaged) await database.put('pages', Uint8Array.of(1), key);
      }
    });
    // Words that were not searched for yet, so that pages are read which are not in memory.
    for (const each of NUMBERS) await totalFor(packs, `"alpha ${wordOf(each)}"`);
    await packs.find(NUMBERS.map(idOf));
    await packs.tidy();
    await expectPacks(packs, model);
    expect(await totalFor(packs, `"alpha ${wordOf(7)}"`)).toBe(1);
  },
);
