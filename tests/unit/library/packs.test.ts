import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacks, type Packs } from '../../../lib/library/packs';
import type { PackPaper } from '../../../lib/pack';
import type { PaperId } from '../../../lib/paper';
import { connectTo } from '../../../lib/store/connection';

let count = 0;
const idOf = (number: number) => `2511.${10_000 + number}`;
const paper = (number: number, title = `Paper ${number}`): PackPaper => ({ id: idOf(number), title });

/** A database, and the packs in it as a worker has them that has just started. */
function world(): { start: () => Packs } {
  const connect = connectTo(`packs-${count++}`, async () => undefined);
  return { start: () => createPacks(connect, () => 1000) };
}

/** Takes papers in, in batches of so many. */
async function take(packs: Packs, name: string, papers: PackPaper[], { isWhole = true, size = 500 } = {}) {
  const intake = await packs.begin({ name, isWhole });
  for (let at = 0; at < papers.length; at += size) await packs.add(intake, at / size, papers.slice(at, at + size));
  return (await packs.end(intake)).outcome;
}

const titlesOf = async (packs: Packs, numbers: number[]): Promise<(string | undefined)[]> => {
  const found = await packs.find(numbers.map(idOf));
  return numbers.map((number) => found.get(idOf(number))?.paper.title);
};

describe('a pack', () => {
  it('has what was taken in once that has come to its end, and not before', async () => {
    const packs = world().start();
    const intake = await packs.begin({ name: 'one', isWhole: true });
    expect(await packs.add(intake, 0, [paper(1), paper(2)])).toEqual({ added: 2, changed: 0, reused: 0 });
    expect(await titlesOf(packs, [1, 2])).toEqual([undefined, undefined]);
    expect(await packs.list()).toEqual([]);
    expect(await packs.end(intake)).toEqual({
      name: 'one',
      outcome: { added: 2, changed: 0, reused: 0, dropped: 0 },
    });
    expect(await titlesOf(packs, [1, 2, 3])).toEqual(['Paper 1', 'Paper 2', undefined]);
    expect(await packs.list()).toMatchObject([{ name: 'one', isOn: true, papers: 2, updated: 1000 }]);
  });

  it('counts the batches of an intake on, also in a worker that comes after', async () => {
    const { start } = world();
    const [ended, cancelled] = [
      await start().begin({ name: 'one', isWhole: true }),
      await start().begin({ name: 'two', isWhole: true }),
    ];
    await start().add(ended, 0, [paper(1)]);
    expect(await start().nextBatch(ended)).toBe(1);
    expect(await start().nextBatch(cancelled)).toBe(0);
    await start().end(ended);
    await start().cancel(cancelled);
    expect(await Promise.all([start().nextBatch(ended), start().nextBatch(cancelled)])).toEqual([undefined, undefined]);
  });

  it('says how many of a newer copy it had already, and lets those go that are not in it', async () => {
    const { start } = world();
    await take(start(), 'one', [paper(1), paper(2), paper(3)]);
    const packs = start();
    expect(await take(packs, 'one', [paper(1), paper(2, 'New'), paper(4)])).toEqual({
      added: 1,
      changed: 1,
      reused: 1,
      dropped: 1,
    });
    expect(await titlesOf(packs, [1, 2, 3, 4])).toEqual(['Paper 1', 'New', undefined, 'Paper 4']);
    expect(await packs.list()).toMatchObject([{ papers: 3 }]);
    expect(await take(packs, 'one', [paper(1)], { isWhole: false })).toMatchObject({ reused: 1, dropped: 0 });
    expect(await packs.list()).toMatchObject([{ papers: 3 }]);
  });

  it('counts a paper once that comes twice, and has it as it came last', async () => {
    const packs = world().start();
    expect(await take(packs, 'one', [paper(1), paper(1, 'Last'), paper(1, 'Last')])).toMatchObject({
      added: 1,
      changed: 0,
    });
    expect(await titlesOf(packs, [1])).toEqual(['Last']);
  });

  it('is not looked into while it is off', async () => {
    const packs = world().start();
    await take(packs, 'one', [paper(1), paper(2)]);
    await take(packs, 'other', [paper(2, 'Otherwise')]);
    expect((await packs.find([idOf(2)])).get(idOf(2))).toEqual({
      paper: { id: idOf(2), title: 'Paper 2', authors: [] },
      packs: ['one', 'other'],
    });
    await packs.switch('one', false);
    expect(await titlesOf(packs, [1, 2])).toEqual([undefined, 'Otherwise']);
    await packs.switch('one', true);
    expect(await titlesOf(packs, [1, 2])).toEqual(['Paper 1', 'Paper 2']);
  });

  it('that is removed is gone, and nothing is left of it but what other packs have', async () => {
    const packs = world().start();
    await take(packs, 'one', [paper(1), paper(2)]);
    await take(packs, 'other', [paper(2)]);
    await packs.remove('one');
    expect(await titlesOf(packs, [1, 2])).toEqual([undefined, 'Paper 2']);
    await packs.tidy();
    expect(await titlesOf(packs, [1, 2])).toEqual([undefined, 'Paper 2']);
    await expect(packs.remove('one')).rejects.toThrow('There is no pack “one” any more.');
  });
});

describe('an intake', () => {
  it('that is cancelled leaves the pack as it was', async () => {
    const packs = world().start();
    await take(packs, 'one', [paper(1)]);
    const intake = await packs.begin({ name: 'one', isWhole: true });
    await packs.add(intake, 0, [paper(1, 'New'), paper(2)]);
    await packs.cancel(intake);
    await packs.tidy();
    expect(await titlesOf(packs, [1, 2])).toEqual(['Paper 1', undefined]);
    await expect(packs.add(intake, 1, [paper(3)])).rejects.toThrow('was cancelled');
    // What comes after it does not lie where the other is being cleared away.
    await take(packs, 'one', [paper(1), paper(5)]);
    await packs.tidy();
    expect(await titlesOf(packs, [1, 2, 5])).toEqual(['Paper 1', undefined, 'Paper 5']);
  });

  it('gives way to another one into the same pack', async () => {
    const packs = world().start();
    const first = await packs.begin({ name: 'one', isWhole: true });
    await packs.add(first, 0, [paper(1)]);
    await take(packs, 'one', [paper(2)]);
    await expect(packs.end(first)).rejects.toThrow('was cancelled');
    expect(await titlesOf(packs, [1, 2])).toEqual([undefined, 'Paper 2']);
  });

  it('is gone on with by a worker that starts anew, and answers as before to what it is asked again', async () => {
    const { start } = world();
    const intake = await start().begin({ name: 'one', isWhole: true });
    const batch = [paper(1), paper(2)];
    const counts = { added: 2, changed: 0, reused: 0 };
    expect(await start().add(intake, 0, batch)).toEqual(counts);
    expect(await start().add(intake, 0, batch)).toEqual(counts);
    expect(await start().add(intake, 1, [paper(2), paper(3)])).toEqual({ added: 1, changed: 0, reused: 1 });
    await expect(start().add(intake, 5, [])).rejects.toThrow('out of their order');
    const ended = await start().end(intake);
    expect(await start().end(intake)).toEqual(ended);
    expect(await titlesOf(start(), [1, 2, 3])).toEqual(['Paper 1', 'Paper 2', 'Paper 3']);
  });
});

/** What can be done with packs, as a plain map of maps does it. */
type Act =
  | { kind: 'take'; name: string; papers: [number, string][]; isWhole: boolean; isCancelled: boolean; size: number }
  | { kind: 'switch'; name: string; isOn: boolean }
  | { kind: 'remove'; name: string }
  | { kind: 'tidy' }
  | { kind: 'restart' };

it('whatever is done with packs, they are what a plain map makes of it', async () => {
  const name = fc.constantFrom('one', 'two');
  const papers = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.constantFrom('A', 'B')), { maxLength: 10 });
  const act: fc.Arbitrary<Act> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('take' as const),
        name,
        papers,
        isWhole: fc.boolean(),
        isCancelled: fc.boolean(),
        size: fc.integer({ min: 1, max: 5 }),
      }),
    },
    fc.record({ kind: fc.constant('switch' as const), name, isOn: fc.boolean() }),
    fc.record({ kind: fc.constant('remove' as const), name }),
    fc.record({ kind: fc.constantFrom('tidy' as const, 'restart' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const { start } = world();
      let packs = start();
      const model = new Map<string, { isOn: boolean; titles: Map<PaperId, string> }>();
      for (const one of acts) {
        if (one.kind === 'restart') packs = start();
        else if (one.kind === 'tidy') await packs.tidy();
        else if (one.kind === 'take') {
          const intake = await packs.begin({ name: one.name, isWhole: one.isWhole });
          for (let at = 0; at < one.papers.length; at += one.size) {
            const batch = one.papers.slice(at, at + one.size).map(([number, title]) => paper(number, title));
            await packs.add(intake, at / one.size, batch);
          }
          await (one.isCancelled ? packs.cancel(intake) : packs.end(intake));
          if (one.isCancelled) continue;
          const before = model.get(one.name);
          const titles = new Map(one.isWhole ? [] : before?.titles);
          for (const [number, title] of one.papers) titles.set(idOf(number), title);
          model.set(one.name, { isOn: before?.isOn ?? true, titles });
        } else if (model.has(one.name)) {
          if (one.kind === 'remove') {
            await packs.remove(one.name);
            model.delete(one.name);
          } else {
            await packs.switch(one.name, one.isOn);
            Object.assign(model.get(one.name) ?? {}, { isOn: one.isOn });
          }
        }
      }
      const ids = Array.from({ length: 13 }, (_, at) => idOf(at));
      const found = await packs.find(ids);
      for (const id of ids) {
        const having = [...model].filter(([, { isOn, titles }]) => isOn && titles.has(id));
        expect(found.get(id)?.packs.toSorted() ?? []).toEqual(having.map(([pack]) => pack).sort());
        const titles = having.map(([, { titles: own }]) => own.get(id));
        expect([...titles, undefined]).toContain(found.get(id)?.paper.title);
      }
      const listed = (await packs.list()).map((pack) => [pack.name, pack.isOn, pack.papers]);
      expect(listed.sort()).toEqual([...model].map(([pack, { isOn, titles }]) => [pack, isOn, titles.size]).sort());
    }),
    { numRuns: 60 },
  );
});
