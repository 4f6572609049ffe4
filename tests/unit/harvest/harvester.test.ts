import { beforeEach, describe, expect, it } from 'vitest';
import { TIME_OUT } from '../../../lib/asking/limits';
import { MAX_PACKED } from '../../../lib/pack';
import { type Listed, Lists } from '../../services/arxiv-lists';
import { World } from '../asking/world';

const SECOND = 1000;
const CL = { name: 'mine', categories: ['cs.CL'] };

/** Records in cs.CL, two of them in cs.LG too. */
function records(count: number): Listed[] {
  return Array.from({ length: count }, (_, at) => ({
    paper: { id: `2511.${`${at + 1}`.padStart(5, '0')}`, title: `Title ${at}`, published: '2025-11-03' },
    sets: at < 2 ? ['cs:cs:CL', 'cs:cs:LG'] : ['cs:cs:CL'],
    changed: '2025-11-04',
  }));
}

let world: World;
let lists: Lists;
beforeEach(() => {
  world = new World();
  world.now = Date.UTC(2026, 2, 2);
  lists = new Lists();
  put(...records(8));
});

function put(...some: Listed[]): void {
  for (const one of some) lists.records.set(one.paper.id, one);
}

const harvest = (request: { name: string; categories: string[] } = CL) =>
  world.tell(({ harvester }) => harvester.harvest(request));
const renew = () => world.tell(({ harvester }) => harvester.renew('mine'));

/** Answers the request for a part that is open. */
async function answer(): Promise<void> {
  if (!world.open?.part) throw new Error('No part was asked for.');
  await world.answer(lists.answer(world.open.part));
}

/** From now on arXiv answers, and as long goes by as that takes. */
async function goOnToTheEnd(): Promise<void> {
  world.oai = (part) => lists.answer(part);
  if (world.open?.part) await answer();
  await world.pass(3600 * SECOND);
  world.oai = undefined;
}

async function state(name = 'mine') {
  return (await world.harvester.packs()).find((pack) => pack.name === name)?.harvest;
}

const pack = (name = 'mine') => [...(world.packs.packs.get(name)?.keys() ?? [])].sort();
const ids = (...numbers: number[]) => numbers.map((number) => `2511.${`${number}`.padStart(5, '0')}`);
const parts = () => world.requests.map(({ part }) => part);

it('comes part by part, three seconds apart, and is a pack when all has come', async () => {
  await harvest();
  expect(parts()).toEqual([{ set: 'cs:cs:CL' }]);
  expect(await state()).toEqual({ kind: 'working', received: 0, papers: 0 });
  await answer();
  expect(await state()).toEqual({ kind: 'working', received: 3, of: 8, papers: 3 });
  await world.pass(3 * SECOND);
  await answer();
  await world.pass(3 * SECOND);
  expect(pack()).toEqual([]);
  await answer();
  expect(pack()).toEqual(ids(1, 2, 3, 4, 5, 6, 7, 8));
  expect(await world.harvester.packs()).toEqual([{ name: 'mine', request: { categories: ['cs.CL'] } }]);
  await world.pass(3600 * SECOND);
  expect(world.requests).toHaveLength(3);
});

it('asks for nothing that nobody asked for', async () => {
  await world.goOn();
  await world.pass(3600 * SECOND);
  expect(world.requests).toEqual([]);
});

it('has a paper of several lists once, and asks for one list after the other', async () => {
  await harvest({ ...CL, categories: ['cs.LG', 'cs.CL'] });
  await goOnToTheEnd();
  expect(parts()).toEqual([{ set: 'cs:cs:LG' }, { set: 'cs:cs:CL' }, expect.anything(), expect.anything()]);
  expect(pack()).toHaveLength(8);
});

it('has only papers of the years that were asked for', async () => {
  const [old] = records(1);
  if (old) put({ ...old, paper: { ...old.paper, published: '2019-05-05' } });
  await world.tell(({ harvester }) => harvester.harvest({ ...CL, years: { from: 2020, to: 2025 } }));
  expect(parts()).toEqual([{ set: 'cs:cs:CL', from: '2020-01-01' }]);
  await goOnToTheEnd();
  expect(pack()).toEqual(ids(2, 3, 4, 5, 6, 7, 8));
});

it('lets papers that were saved go first', async () => {
  await harvest();
  await world.save('2601.00001');
  await answer();
  await world.pass(3 * SECOND);
  expect(world.requests.map(({ ids: asked }) => asked)).toEqual([[], ['2601.00001']]);
  await world.answer();
  await world.pass(3 * SECOND);
  expect(world.open?.part).toBeDefined();
});

it('takes in at once no more than may be', async () => {
  put(...records(1200));
  lists.size = 1200;
  const sizes: number[] = [];
  const { packs } = world;
  const add = packs.add.bind(packs);
  packs.add = async (intake, batch, papers, removed) => {
    sizes.push(papers.length + removed.length);
    return add(intake, batch, papers, removed);
  };
  await harvest();
  await goOnToTheEnd();
  expect(sizes).toEqual([MAX_PACKED, MAX_PACKED, 200]);
  expect(pack()).toHaveLength(1200);
});

describe('a worker that dies', () => {
  it('is followed by one that asks for the same part, not before the request could have ended', async () => {
    await harvest();
    await answer();
    await world.pass(3 * SECOND);
    const { start, part } = world.open ?? {};
    await world.pass(2 * SECOND);
    await world.die();
    await world.pass(60 * SECOND);
    expect(world.open?.part).toEqual(part);
    expect((world.open?.start ?? 0) - (start ?? 0)).toBeGreaterThanOrEqual(TIME_OUT + 3 * SECOND);
  });

  it('in a request that lasts long is followed as soon', async () => {
    await harvest();
    await world.pass(200 * SECOND);
    await world.die();
    const died = world.now;
    await world.pass(60 * SECOND);
    expect((world.open?.start ?? 0) - died).toBeLessThanOrEqual(TIME_OUT + 3 * SECOND);
    expect((world.open?.start ?? 0) - died).toBeGreaterThanOrEqual(3 * SECOND);
  });
});

describe('a person', () => {
  it('pauses it in the middle of a request, and has it go on where it was', async () => {
    await harvest();
    await answer();
    await world.pass(3 * SECOND);
    await world.tell(({ harvester }) => harvester.pause('mine'));
    expect(world.open).toBeUndefined();
    expect(await state()).toEqual({ kind: 'paused', received: 3, of: 8, papers: 3 });
    await world.die();
    await world.pass(3600 * SECOND);
    expect(world.requests).toHaveLength(2);
    await world.tell(({ harvester }) => harvester.resume('mine'));
    expect(world.open?.part).toEqual(parts()[1]);
    await goOnToTheEnd();
    expect(pack()).toHaveLength(8);
  });

  it('cancels it in the middle of a request, and nothing is left of it', async () => {
    await harvest();
    await answer();
    await world.pass(3 * SECOND);
    await world.tell(({ harvester }) => harvester.cancel('mine'));
    expect(world.open).toBeUndefined();
    expect(await world.harvester.packs()).toEqual([]);
    expect(world.packs.open).toBe(0);
    await world.pass(3600 * SECOND);
    expect(world.requests).toHaveLength(2);
  });

  it('may ask for the same twice, but not for something else into the same pack', async () => {
    await harvest();
    await harvest();
    expect(world.packs.open).toBe(1);
    await expect(harvest({ ...CL, categories: ['cs.LG'] })).rejects.toThrow('Cancel that first');
    await expect(harvest({ ...CL, categories: ['cs.XX'] })).rejects.toThrow('no category "cs.XX"');
    await goOnToTheEnd();
    await harvest({ ...CL, categories: ['cs.LG'] });
    await goOnToTheEnd();
    expect(pack()).toEqual(ids(1, 2));
  });

  it('fetches two packs, one after the other', async () => {
    await harvest();
    await harvest({ name: 'other', categories: ['cs.LG'] });
    expect(await state('other')).toEqual({ kind: 'waiting', received: 0, papers: 0 });
    await goOnToTheEnd();
    expect([pack(), pack('other')]).toEqual([ids(1, 2, 3, 4, 5, 6, 7, 8), ids(1, 2)]);
    expect(parts().map((part) => part && 'set' in part && part.set)).toEqual(['cs:cs:CL', false, false, 'cs:cs:LG']);
  });

  it('removes the pack, and cannot renew it any more', async () => {
    await harvest();
    await goOnToTheEnd();
    await world.tell(({ harvester }) => harvester.forget('mine'));
    expect(await world.harvester.packs()).toEqual([]);
    await expect(renew()).rejects.toThrow('“mine” was not fetched from arXiv');
  });
});

describe('renewed', () => {
  const [one, two, three] = records(3);

  beforeEach(async () => {
    lists.day = '2026-03-02';
    await harvest();
    await goOnToTheEnd();
    world.requests.length = 0;
    lists.day = '2026-04-01';
    if (!one || !two || !three) throw new Error('There are three.');
    put(
      { ...one, changed: '2026-03-20', paper: { ...one.paper, title: 'A new title' } },
      { ...two, changed: '2026-03-21', isDeleted: true },
    );
  });

  it('a pack has what has changed since, and no longer what arXiv has taken out', async () => {
    await renew();
    await goOnToTheEnd();
    expect(parts()).toEqual([{ set: 'cs:cs:CL', from: '2026-03-01' }]);
    expect(pack()).toEqual(ids(1, 3, 4, 5, 6, 7, 8));
    expect(world.packs.packs.get('mine')?.get('2511.00001')?.title).toBe('A new title');
  });

  it('once more, it is asked for what has changed since the last time', async () => {
    await renew();
    await renew();
    await goOnToTheEnd();
    await renew();
    await goOnToTheEnd();
    expect(parts().at(-1)).toEqual({ set: 'cs:cs:CL', from: '2026-03-31' });
    expect(pack()).toHaveLength(7);
  });

  it('and cancelled, it is as it was', async () => {
    await renew();
    await world.tell(({ harvester }) => harvester.cancel('mine'));
    expect(pack()).toHaveLength(8);
    expect(await world.harvester.packs()).toEqual([{ name: 'mine', request: { categories: ['cs.CL'] } }]);
    await renew();
    expect(parts().at(-1)).toEqual({ set: 'cs:cs:CL', from: '2026-03-01' });
  });
});

describe('what goes wrong', () => {
  it('with the disk is said, and nothing is lost by it', async () => {
    await harvest();
    world.packs.isDiskFull = true;
    await answer();
    expect(await state()).toMatchObject({ kind: 'waiting', nextAt: world.now + 15 * SECOND });
    expect((await state())?.problem).toContain('Is the disk full?');
    world.packs.isDiskFull = false;
    await world.pass(15 * SECOND);
    await goOnToTheEnd();
    expect(pack()).toHaveLength(8);
  });

  it('with the disk at the end has it fail, until the person goes on', async () => {
    put(...records(1));
    await harvest({ ...CL, categories: ['cs.LG'] });
    const { packs } = world;
    const add = packs.add.bind(packs);
    packs.add = async (...batch) => {
      const counts = await add(...batch);
      packs.isDiskFull = true;
      return counts;
    };
    await answer();
    expect(await state()).toMatchObject({ kind: 'failed', received: 2, papers: 2 });
    packs.isDiskFull = false;
    await world.tell(({ harvester }) => harvester.resume('mine'));
    expect(pack()).toEqual(ids(1, 2));
    expect(world.requests).toHaveLength(1);
  });

  it('after the pack has been put together does not count', async () => {
    await harvest({ ...CL, categories: ['cs.LG'] });
    const { packs } = world;
    const end = packs.end.bind(packs);
    packs.end = async (intake) => {
      await end(intake);
      throw new Error('Nobody could be told.');
    };
    await answer();
    expect(pack()).toEqual(ids(1, 2));
    expect(await world.harvester.packs()).toEqual([{ name: 'mine', request: { categories: ['cs.LG'] } }]);
  });

  it('with a list has the next harvest come first meanwhile', async () => {
    await harvest();
    await harvest({ name: 'other', categories: ['cs.LG'] });
    await world.answer({ trouble: 'unreadable' });
    await world.pass(3 * SECOND);
    expect(world.open?.part).toEqual({ set: 'cs:cs:LG' });
    expect(await state()).toMatchObject({ kind: 'waiting', problem: expect.stringContaining('breaks off') });
  });

  it.each(['in a request', 'when all has come'])(
    'with the papers, which somebody took back %s, ends it',
    async (when) => {
      await harvest({ ...CL, categories: ['cs.LG'] });
      const { packs } = world;
      const [intake = 0] = await world.harvester.intakes();
      if (when === 'in a request') {
        await packs.cancel(intake);
        await answer();
        await world.pass(60 * SECOND);
      } else {
        const add = packs.add.bind(packs);
        packs.add = async (...batch) => {
          const counts = await add(...batch);
          await packs.cancel(intake);
          return counts;
        };
        await answer();
      }
      expect(await world.harvester.packs()).toEqual([]);
      await world.pass(3600 * SECOND);
      expect(world.requests).toHaveLength(1);
    },
  );
});
