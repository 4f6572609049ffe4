import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { SearchResult } from '../../../lib/answers';
import { type Change, newOperation } from '../../../lib/edit';
import type { Library } from '../../../lib/library';
import type { Paper } from '../../../lib/paper';
import { makePapers } from '../../bench/corpus';
import { makeQueries } from '../../bench/search/queries';
import { beforeEachRequest, createFuse } from '../store/fuse';
import { createWorld } from '../store/world';
import { IDS, papers, queryText, word } from '../search/segment/generated';
import { harm } from './packs-world';

/** So few papers are loose that most are in the stacks. */
const MOST_LOOSE = 2;

/** So many of the best papers are compared. */
const TOP = 10;

const id = fc.constantFrom(...IDS);
const kept = (kind: 'star' | 'unstar' | 'remove' | 'save' | 'seen') => id.map((one): Change => ({ kind, id: one }));
const change: fc.Arbitrary<Change> = fc.oneof(
  kept('save'),
  kept('remove'),
  kept('star'),
  kept('unstar'),
  id.map((one): Change => ({ kind: 'tag', id: one, tag: 'data' })),
  id.map((one): Change => ({ kind: 'untag', id: one, tag: 'data' })),
  id.map((one): Change => ({ kind: 'note', id: one, note: 'Some words.', from: '' })),
  id.map((one): Change => ({ kind: 'state', id: one, state: 'read' })),
);
/** What is learned of papers, which fewer or more of are kept. */
const told = fc
  .tuple(papers, fc.constantFrom('merge' as const, 'learn' as const), fc.integer({ min: 1, max: 3 }))
  .map(([all, kind, version]): Change[] =>
    all.map(({ id: one, ...facts }) => ({ kind, id: one, facts: { ...facts, version } })),
  );

type Act =
  | { kind: 'edit'; changes: Change[] }
  | { kind: 'take'; name: string; isWhole: boolean; papers: Paper[] }
  | { kind: 'switch'; name: string; isOn: boolean }
  | { kind: 'remove' | 'restart' | 'tidy'; name: string };

const name = fc.constantFrom('one', 'two');
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.oneof(told, fc.array(change, { minLength: 1, maxLength: 4 })).map((changes) => ({
      kind: 'edit' as const,
      changes,
    })),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take' as const), name, isWhole: fc.boolean(), papers }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('switch' as const), name, isOn: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'restart' as const, 'tidy' as const), name }),
  },
);

/** What is asked of what the person made, and of nothing else. */
const MADE = [
  'is:saved',
  '-is:saved',
  'is:unread',
  '-is:starred',
  'tag:data',
  '-tag:data',
  'has:note',
  '-has:note',
  'saved:1970',
];

/** The time by which papers are saved. */
let clock = 0;

/** A profile, and the worker that is awake. */
function startProfile(mostLoose: number) {
  const world = createWorld({ now: () => clock });
  const start = () => world.startWorker(undefined, undefined, mostLoose);
  let library = start();
  return {
    world,
    get library() {
      return library;
    },
    async perform(one: Act): Promise<void> {
      if (one.kind === 'edit') await library.edit({ operation: newOperation(), changes: one.changes });
      else if (one.kind === 'tidy') await library.packs.tidy();
      else if (one.kind === 'restart') {
        // It is alone.
        await library.packs.tidy();
        library = start();
      } else if (one.kind === 'take') await take(library, one);
      else if ((await library.packs.list()).some((pack) => pack.name === one.name)) {
        await (one.kind === 'switch' ? library.packs.switch(one.name, one.isOn) : library.packs.remove(one.name));
      }
    },
  };
}

async function take({ packs }: Library, { name: pack, isWhole, papers: all }: Act & { kind: 'take' }): Promise<void> {
  const intake = await packs.begin({ name: pack, isWhole });
  await packs.add(intake, 0, all);
  await packs.end(intake);
}

/** What somebody hears who asks; those that are worth the same, or about the same, may come in any order. */
async function answersOf(library: Library, query: string) {
  const { ids, total, kept: own, unknown } = await library.rank(query, 1000);
  const found = await library.search(query, 1000);
  expect(found.results.map(({ paper }) => paper.id).toSorted()).toEqual(ids.toSorted());
  expect(found.total).toBe(total);
  return { ids: ids.toSorted(), total, kept: own.toSorted(), unknown, results: sortedById(found.results) };
}

function sortedById(results: readonly SearchResult[]): SearchResult[] {
  const sorted = results.map((result) => ({ ...result, terms: result.terms.toSorted() }));
  return sorted.toSorted((one, other) => (one.paper.id < other.paper.id ? -1 : 1));
}

async function countOf(library: Library, phrase: string) {
  const { papers: having, places } = await library.count(phrase);
  return { having, places };
}

async function expectSame(one: Library, other: Library, texts: readonly string[], phrases: readonly string[]) {
  for (const text of [...texts, ...MADE]) expect(await answersOf(one, text)).toEqual(await answersOf(other, text));
  // Where no words are ranked, they come in one order.
  for (const text of MADE) expect((await one.rank(text, 1000)).ids).toEqual((await other.rank(text, 1000)).ids);
  for (const phrase of phrases) expect(await countOf(one, phrase)).toEqual(await countOf(other, phrase));
}

const queries = fc.array(queryText, { minLength: 1, maxLength: 4 });
const phrases = fc.array(
  fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')),
  { minLength: 1, maxLength: 3 },
);

it('whatever a person keeps and does, what is searched on disk is found as it is in memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 10 }), queries, phrases, async (acts, texts, counted) => {
      const [onDisk, inMemory] = [startProfile(MOST_LOOSE), startProfile(Infinity)];
      for (const [at, one] of acts.entries()) {
        clock = at + 1;
        await Promise.all([onDisk.perform(one), inMemory.perform(one)]);
        await expectSame(onDisk.library, inMemory.library, texts, counted);
      }
      await onDisk.library.packs.tidy();
      await expectSame(onDisk.library, inMemory.library, texts, counted);
      expect(await onDisk.world.inside((database) => database.count('loose'))).toBeLessThanOrEqual(MOST_LOOSE);
    }),
    { numRuns: 60 },
  );
});

/** What becomes of the stacks after an edit: workers that fill them are killed, and a page of an index may be harmed. */
const season = fc.record({
  changes: fc.oneof({ weight: 3, arbitrary: told }, { weight: 1, arbitrary: fc.array(change, { maxLength: 4 }) }),
  kills: fc.array(fc.nat(250), { maxLength: 4 }),
  harmed: fc.option(fc.record({ page: fc.nat(), how: fc.constantFrom('lost' as const, 'altered' as const) })),
});

it('whenever a worker dies that fills them, and whatever is damaged, nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(season, { maxLength: 6 }), queries, phrases, async (seasons, texts, counted) => {
      const [world, inMemory] = [createWorld({ now: () => clock }), startProfile(Infinity)];
      const start = (mostLoose: number) => world.startWorker(undefined, undefined, mostLoose);
      for (const [at, { changes, kills, harmed }] of seasons.entries()) {
        clock = at + 1;
        await inMemory.perform({ kind: 'edit', changes });
        await start(Infinity).edit({ operation: newOperation(), changes });
        for (const moments of kills) {
          const stop = beforeEachRequest(createFuse(moments));
          await start(MOST_LOOSE)
            .packs.tidy()
            .catch(() => undefined);
          stop();
        }
        if (harmed) await harm(world, harmed);
        const library = start(MOST_LOOSE);
        // What is damaged is written anew.
        await vi.waitFor(() => expectSame(library, inMemory.library, texts, counted));
      }
      const library = start(MOST_LOOSE);
      await library.packs.tidy();
      await vi.waitFor(() => expectSame(library, inMemory.library, texts, counted));
      expect(await world.inside((database) => database.count('loose'))).toBeLessThanOrEqual(MOST_LOOSE);
    }),
    { numRuns: 60 },
  );
});

it('of the ten papers that are ranked best in memory nine are those that are ranked best on disk, over many queries', async () => {
  const [onDisk, inMemory] = [startProfile(0), startProfile(Infinity)];
  const all = [...makePapers(800)];
  const changes = all.slice(0, 300).map(({ id: one, ...facts }): Change => ({ kind: 'merge', id: one, facts }));
  for (const { perform } of [onDisk, inMemory]) {
    // A pack says which words are rare.
    await perform({ kind: 'take', name: 'one', isWhole: true, papers: all.slice(300) });
    await perform({ kind: 'edit', changes });
  }
  await onDisk.library.packs.tidy();
  let [shared, wanted] = [0, 0];
  for (const { text } of makeQueries(100)) {
    const best = (await inMemory.library.rank(text, TOP)).ids;
    const own = new Set((await onDisk.library.rank(text, TOP)).ids);
    shared += best.filter((one) => own.has(one)).length;
    wanted += best.length;
  }
  expect(shared / wanted).toBeGreaterThanOrEqual(0.9);
});

const titled = (one: string, title: string): Change => ({ kind: 'merge', id: one, facts: { title } });

it('nobody sees the stacks, and what is not kept any more leaves them', async () => {
  const { world, library } = startProfile(0);
  await library.edit({
    operation: 'keeps some',
    changes: [titled('2511.07317', 'Alpha'), titled('2512.10001', 'Beta')],
  });
  await library.packs.tidy();
  expect((await library.packs.list()).map((pack) => pack.name)).toEqual(['bundled']);
  await library.edit({ operation: 'lets one go', changes: [{ kind: 'remove', id: '2511.07317' }] });
  expect(await library.statuses(['2511.07317'])).toEqual([]);
  expect((await library.search('alpha', 10)).total).toBe(0);
  await library.edit({ operation: 'changes one', changes: [titled('2512.10002', 'Gamma')] });
  await library.packs.tidy();
  const documents = await world.inside((database) => database.getAll('documents'));
  expect(documents.map(({ title }) => title).toSorted()).toEqual(['Beta', 'Gamma']);
});

it('a paper that changes while they are filled is found as it is, and so by the next worker', async () => {
  const { world, library } = startProfile(0);
  let version = 0;
  const next = (): Change => ({
    kind: 'merge',
    id: '2511.07317',
    facts: { version: ++version, title: `Title${version}` },
  });
  // Each edit has them filled, and the next one comes before the paper is no longer loose.
  for (let edits = 0; edits < 50; edits++) {
    await library.edit({ operation: `edit ${edits}`, changes: [next()] });
    expect((await library.rank(`"Title${version}"`, 10)).total).toBe(1);
  }
  await library.packs.tidy();
  for (const worker of [library, world.startWorker(undefined, undefined, 0)]) {
    expect((await worker.rank(`"Title${version}"`, 10)).total).toBe(1);
    expect((await worker.rank('is:saved "Title1"', 10)).total).toBe(0);
  }
});

it('a library that is brought back from its second copy is loose', async () => {
  const { world, library } = startProfile(0);
  await library.edit({
    operation: 'keeps one',
    changes: [titled('2511.07317', 'Alpha')],
  });
  await library.packs.tidy();
  expect(await world.inside((database) => database.count('loose'))).toBe(0);
  await world.loseDatabase();
  world.endSession();
  const again = world.startWorker(undefined, undefined, Infinity);
  expect((await again.search('alpha', 10)).total).toBe(1);
  expect(await world.inside((database) => database.getAllKeys('loose'))).toEqual(['2511.07317']);
});
