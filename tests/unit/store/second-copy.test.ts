import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/edit';
import { isExpected } from '../../../lib/errors';
import type { Library } from '../../../lib/library';
import { createWorld, editOf, type World } from './world';

const [RLVE, OLMO, SPURIOUS] = ['2511.07317', '2512.13961', '2506.10947'];
const SEEDS = [{ id: OLMO, title: 'Olmo 3', authors: ['Team Olmo'], summary: 'What it is.' }];
const DAY = 24 * 60 * 60 * 1000;

let count = 0;
const make = (library: Library, ...changes: Change[]) => library.edit(editOf(`edit-${count++}`, ...changes));

/** A profile with two papers in it, after the browser was closed. */
async function worldWithTwo(): Promise<World & { pass(milliseconds: number): void }> {
  let now = 1000;
  const world = createWorld({ seeds: SEEDS, now: () => now });
  const library = world.startWorker();
  await make(library, { kind: 'save', id: OLMO, state: 'read' }, { kind: 'tag', id: OLMO, tag: 'to cite' });
  await make(library, { kind: 'save', id: RLVE, facts: { title: 'RLVE', authors: ['A'], abstract: 'We show.' } });
  world.endSession();
  return { ...world, pass: (milliseconds) => (now += milliseconds) };
}

describe('a library that was lost', () => {
  it('is brought back with what the person made, and with the bundled facts of each paper or else its title', async () => {
    const world = await worldWithTwo();
    const records = await world.records();
    await world.loseDatabase();
    const library = world.startWorker();
    expect(await library.search('rlve', 5)).toMatchObject({ total: 1, results: [{ paper: { authors: ['A'] } }] });
    expect(await world.records()).toEqual(records);
    expect((await library.card(OLMO)).paper).toEqual(SEEDS[0]);
    expect((await library.card(RLVE)).paper).toEqual({ id: RLVE, title: 'RLVE', authors: ['A'] });
  });

  it('is said to have been lost for a day', async () => {
    const world = await worldWithTwo();
    expect(await world.startWorker().health()).toEqual({ state: 'fine', papers: 2 });
    await world.loseDatabase();
    world.pass(5000);
    const told = { state: 'recovered', papers: 2, lost: 0, since: 6000 };
    expect(await world.startWorker().health()).toEqual(told);
    world.pass(DAY - 1);
    expect(await world.startWorker().health()).toEqual(told);
    world.pass(1);
    expect(await world.startWorker().health()).toEqual({ state: 'fine', papers: 2 });
  });

  it('is said to be on its way while it is brought back, and then to be there', async () => {
    const world = await worldWithTwo();
    await world.loseDatabase();
    const states: unknown[] = [];
    const library = world.startWorker(
      (area) => area,
      () => states.push('there'),
    );
    const isThere = library.prepare().then(() => states.push('prepared'));
    for (let turns = 0; turns < 1000 && states.length === 0; turns++) {
      const health = await Promise.race([library.health(), new Promise((resolve) => setImmediate(resolve))]);
      if (health) states.push(health);
    }
    await isThere;
    expect(states).toEqual([{ state: 'recovering', papers: 2, lost: 0, since: 1000 }, 'there', 'prepared']);
  });

  it('of which a part of the second copy is lost too has the rest, and says how much is missing', async () => {
    const world = await worldWithTwo();
    await make(
      world.startWorker(),
      { kind: 'save', id: SPURIOUS },
      { kind: 'note', id: SPURIOUS, note: 'n'.repeat(40_000), from: '' },
    );
    await make(world.startWorker(), { kind: 'star', id: OLMO });
    world.endSession();
    await world.loseDatabase();
    delete world.local.items['journal:0'];
    expect(await world.startWorker().health()).toMatchObject({ state: 'recovered', papers: 1, lost: 2 });
    expect(await world.records()).toEqual([expect.objectContaining({ id: OLMO, isStarred: true })]);
    expect((await world.readJournal()).isWhole).toBe(true);
  });

  it('takes the place of what an older database holds', async () => {
    const world = await worldWithTwo();
    const empty = createWorld({ seeds: SEEDS });
    await make(empty.startWorker(), { kind: 'save', id: SPURIOUS });
    await world.putBack(await empty.dump());
    await world.startWorker().prepare();
    expect((await world.records()).map(({ id }) => id)).toEqual([RLVE, OLMO]);
  });
});

/** Has a database not be read the first two times that it is opened. */
function failReading(name: string): () => void {
  const { prototype } = IDBObjectStore;
  const original = Reflect.get(prototype, 'count') as typeof prototype.count;
  let failures = 0;
  prototype.count = function (this: IDBObjectStore, ...args) {
    if (failures++ < 2) throw new DOMException('Internal error.', name);
    return original.apply(this, args);
  };
  return () => {
    prototype.count = original;
  };
}

describe('a database that cannot be read', () => {
  it('is thrown away and made anew where the second copy is whole', async () => {
    const world = await worldWithTwo();
    const records = await world.records();
    const stop = failReading('UnknownError');
    expect(await world.startWorker().health()).toMatchObject({ state: 'recovered', papers: 2 });
    stop();
    expect(await world.records()).toEqual(records);
  });

  it.each<[string, string, (items: Record<string, unknown>) => void]>([
    ['there is no second copy', 'UnknownError', (items) => delete items['journal']],
    [
      'the second copy is not whole',
      'UnknownError',
      (items) => (items['journal'] = String(items['journal']).replace('"papers":2', '"papers":3')),
    ],
  ])('is left as it is where %s, and that is said', async (_, name, damage) => {
    const world = await worldWithTwo();
    const records = await world.records();
    damage(world.local.items);
    const stop = failReading(name);
    const refusal = await world
      .startWorker()
      .health()
      .catch((error: unknown) => error);
    stop();
    expect(isExpected(refusal)).toBe(true);
    expect((refusal as Error).message).toContain('its files are damaged');
    expect(await world.records()).toEqual(records);
  });

  it.each(['QuotaExceededError', 'AbortError', 'InvalidStateError', 'VersionError'])(
    'for another reason, a %s, is left as it is',
    async (name) => {
      const world = await worldWithTwo();
      const records = await world.records();
      const stop = failReading(name);
      await expect(world.startWorker().health()).rejects.toThrow('Internal error.');
      stop();
      expect(await world.records()).toEqual(records);
    },
  );
});

describe('the second copy', () => {
  it('is begun with what was kept before there was one', async () => {
    const world = await worldWithTwo();
    for (const key of Object.keys(world.local.items)) delete world.local.items[key];
    await world.startWorker().prepare();
    const { copies, isWhole } = await world.readJournal();
    expect(isWhole).toBe(true);
    expect([...copies.values()].map(({ record }) => record)).toEqual(await world.records());
  });

  it('follows what is learnt of a paper', async () => {
    const world = await worldWithTwo();
    const library = world.startWorker();
    await make(library, { kind: 'save', id: SPURIOUS });
    await make(library, {
      kind: 'learn',
      id: SPURIOUS,
      facts: { title: 'Spurious Rewards', authors: ['B'], published: '2025-06-12' },
    });
    expect((await world.readJournal()).copies.get(SPURIOUS)?.paper).toEqual({
      title: 'Spurious Rewards',
      authors: ['B'],
      published: '2025-06-12',
    });
  });

  it('is read in full once for each start of the browser, and not for each worker', async () => {
    const world = await worldWithTwo();
    await world.startWorker().prepare();
    world.local.items['journal'] = String(world.local.items['journal']).replace('to cite', 'to burn');
    await world.startWorker().prepare();
    expect((await world.records()).flatMap(({ tags }) => tags ?? [])).toEqual(['to cite']);
    world.endSession();
    await world.startWorker().prepare();
    expect((await world.records()).flatMap(({ tags }) => tags ?? [])).toEqual(['to burn']);
  });

  it('becomes shorter again when most of it is overtaken', async () => {
    const world = createWorld();
    const library = world.startWorker();
    const ids = Array.from({ length: 500 }, (_, at) => `2511.${10_000 + at}`);
    await library.importPapers({ operation: 'five-hundred', items: ids.map((id) => ({ facts: { id } })) });
    const rows = async () => JSON.parse(String((await world.local.get('journal'))['journal'])).parts.length * 500;
    const seen: number[] = [];
    for (let turn = 0; turn < 8; turn++) {
      await make(library, ...ids.map((id) => ({ kind: turn % 2 === 0 ? 'star' : 'unstar', id }) as const));
      seen.push(await rows());
    }
    expect(Math.max(...seen)).toBeLessThanOrEqual(3500);
    expect(seen.at(-1)).toBeLessThan(Math.max(...seen));
    const { copies, isWhole } = await world.readJournal();
    expect([isWhole, copies.size]).toEqual([true, 500]);
  });
});
