import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Change, newOperation, type PaperToImport } from '../../../lib/edit';
import { createLibrary, type Library } from '../../../lib/library';
import type { PackPaper } from '../../../lib/pack';
import type { Paper } from '../../../lib/paper';
import type { PageFacts } from '../../../lib/paper-facts';
import type { StorageArea } from '../../../lib/store/journal';
import { memoryArea } from '../store/area';

const OLMO: Paper = {
  id: '2512.13961',
  title: 'Olmo 3',
  system: 'Olmo 3',
  authors: ['Team Olmo'],
  words: ['flow', 'thinking'],
};
const RLVE: Paper = {
  id: '2511.07317',
  title: 'RLVE: Scaling Up',
  system: 'RLVE',
  authors: ['Zhiyuan Zeng'],
  words: ['verifiable'],
};
const UNKNOWN = '2601.00001';

let name: string;
let local: StorageArea;
let clock = 0;
let count = 0;

beforeEach(() => {
  name = `library-${count++}`;
  local = memoryArea();
  clock = 1000;
});
afterEach(() => deleteDB(name));

/** A library as a worker that has just started has it: nothing in memory but what the database holds. */
function start(papers: Paper[] = [OLMO, RLVE], digest = 'one'): Library {
  const seeds = { digest, papers: () => papers };
  return createLibrary({ name, seeds, now: () => clock, local, session: memoryArea() });
}

/** Makes changes as a person does, and says what came of them. */
const edit = (library: Library, ...changes: Change[]) => library.edit({ operation: newOperation(), changes });
const save = (library: Library, change: Omit<Change & { kind: 'save' }, 'kind'>) =>
  edit(library, { kind: 'save', ...change });
/** Takes in what pages say, and names the papers of which something else is known then. */
async function learn(library: Library, told: PageFacts[]): Promise<string[]> {
  const { changed } = await edit(library, ...told.map(({ id, ...facts }) => ({ kind: 'told' as const, id, facts })));
  return changed;
}
const remove = (library: Library, id: string) => edit(library, { kind: 'remove', id });
/** Takes one paper into a pack. */
async function pack({ packs }: Library, packName: string, paper: PackPaper): Promise<void> {
  const intake = await packs.begin({ name: packName, isWhole: true });
  await packs.add(intake, 0, [paper]);
  await packs.end(intake);
}
const counted = async (library: Library, phrase: string) => {
  const { papers, places } = await library.count(phrase);
  return [papers, places];
};

describe('the bundled papers', () => {
  it('are there from the first question on', async () => {
    expect(await start().statuses([RLVE.id, UNKNOWN, OLMO.id])).toEqual([
      { id: RLVE.id, state: 'indexed', title: RLVE.title },
      { id: OLMO.id, state: 'indexed', title: OLMO.title },
    ]);
  });

  it('are loaded once for a digest', async () => {
    await start().prepare();
    let loads = 0;
    const again = createLibrary({
      name,
      seeds: { digest: 'one', papers: () => (loads++, [OLMO]) },
      now: () => clock,
      local,
      session: memoryArea(),
    });
    await again.prepare();
    expect(loads).toBe(0);
  });

  it('follow a newer version, and what left is dropped', async () => {
    await start().prepare();
    const venue = { ...RLVE, venue: 'ICML 2026' };
    const library = start([venue], 'two');
    expect((await library.card(RLVE.id)).paper).toEqual(venue);
    expect((await library.card(OLMO.id)).state).toBe('unsaved');
    expect((await library.search('thinking', 10)).total).toBe(0);
  });

  it('are no pack that is removed or imported into', async () => {
    const { packs } = start();
    await expect(packs.remove('bundled')).rejects.toThrow('stay as they are');
    await expect(packs.begin({ name: 'bundled', isWhole: true })).rejects.toThrow('stay as they are');
  });

  it('never touch what the person made', async () => {
    const before = start();
    await save(before, { id: OLMO.id, state: 'reading', savedFrom: 'arxiv.org' });
    const record = { id: OLMO.id, state: 'reading', savedAt: 1000, savedFrom: 'arxiv.org' };
    clock = 2000;
    const dropped = start([RLVE], 'two');
    expect(await dropped.card(OLMO.id)).toEqual({ paper: OLMO, state: 'reading', record, packs: [] });
    const changed = start([{ ...OLMO, venue: 'Somewhere' }, RLVE], 'three');
    expect(await changed.card(OLMO.id)).toEqual({
      paper: { ...OLMO, venue: 'Somewhere' },
      state: 'reading',
      record,
      packs: ['bundled'],
    });
  });
});

describe('saving', () => {
  it('keeps a paper over a restart, with when and where', async () => {
    await save(start(), { id: OLMO.id, savedFrom: 'github.com' });
    expect((await start().card(OLMO.id)).record).toEqual({
      id: OLMO.id,
      state: 'saved',
      savedAt: 1000,
      savedFrom: 'github.com',
    });
  });

  it('keeps a paper of which only the id is known, and finds it', async () => {
    const library = start();
    await library.search('olmo', 10);
    await save(library, { id: UNKNOWN, state: 'saved' });
    expect(await library.statuses([UNKNOWN])).toEqual([{ id: UNKNOWN, state: 'saved' }]);
    expect((await library.search('2601', 10)).results.map(({ paper }) => paper.id)).toEqual([UNKNOWN]);
    expect((await start().search('2601', 10)).total).toBe(1);
  });

  it('again changes the state and nothing else', async () => {
    const library = start();
    await save(library, { id: OLMO.id, state: 'saved', savedFrom: 'github.com' });
    clock = 5000;
    await save(library, { id: OLMO.id, state: 'read', savedFrom: 'arxiv.org' });
    expect((await library.card(OLMO.id)).record).toEqual({
      id: OLMO.id,
      state: 'read',
      savedAt: 1000,
      savedFrom: 'github.com',
    });
  });

  it('loses none of many at once, from two libraries over the same database', async () => {
    const libraries = [start(), start()];
    const ids = Array.from({ length: 100 }, (_, at) => `2601.${String(at + 1).padStart(5, '0')}`);
    await Promise.all(ids.flatMap((id) => libraries.map((library) => save(library, { id, state: 'saved' }))));
    expect(await start().statuses(ids)).toHaveLength(100);
  });
});

describe('what a page says', () => {
  const TOLD = {
    id: UNKNOWN,
    title: 'On Pointing',
    authors: ['Ada Sample'],
    abstract: 'We ask.',
    version: 2,
    shown: 2,
  };

  it('completes a paper that is kept: its card, its badge, its title and the search know it', async () => {
    const library = start();
    await library.search('olmo', 10);
    await save(library, { id: UNKNOWN, state: 'saved' });
    expect(await learn(library, [TOLD])).toEqual([UNKNOWN]);
    for (const one of [library, start()]) {
      const { paper, record } = await one.card(UNKNOWN);
      expect(paper).toEqual({
        id: UNKNOWN,
        title: 'On Pointing',
        authors: ['Ada Sample'],
        abstract: 'We ask.',
        version: 2,
      });
      expect(record).toEqual({ id: UNKNOWN, state: 'saved', savedAt: 1000, seenVersion: 2 });
      expect(await one.statuses([UNKNOWN])).toEqual([{ id: UNKNOWN, state: 'saved', title: 'On Pointing' }]);
      expect((await one.search('pointing', 10)).total).toBe(1);
    }
    expect(await learn(library, [TOLD])).toEqual([]);
  });

  it('is passed over of a paper that is not kept, or is no longer', async () => {
    const library = start();
    expect(await learn(library, [TOLD, { id: OLMO.id, abstract: 'x', version: 9 }])).toEqual([]);
    await save(library, { id: UNKNOWN, state: 'saved' });
    await remove(library, UNKNOWN);
    expect(await learn(library, [TOLD])).toEqual([]);
    expect((await library.card(OLMO.id)).paper).toEqual(OLMO);
    expect(await library.statuses([UNKNOWN])).toEqual([]);
    expect((await library.search('pointing', 10)).total).toBe(0);
  });

  it('adds to what a pack says and changes nothing of it', async () => {
    const library = start();
    await save(library, { id: OLMO.id, state: 'reading', savedFrom: 'arxiv.org' });
    await learn(library, [{ ...TOLD, id: OLMO.id }]);
    expect((await library.card(OLMO.id)).paper).toEqual({ ...OLMO, abstract: 'We ask.', version: 2 });
  });

  it('without a title leaves a paper known by its id, which is no title to look for', async () => {
    const library = start([]);
    await save(library, { id: UNKNOWN, state: 'saved' });
    const before = await library.titles();
    await learn(library, [{ id: UNKNOWN, comment: '9 pages' }]);
    expect(await library.statuses([UNKNOWN])).toEqual([{ id: UNKNOWN, state: 'saved' }]);
    expect(await library.titles()).toEqual(before);
  });

  it('tells of a newer version, until that has been seen, over a restart and a change of state', async () => {
    const library = start();
    await save(library, { id: UNKNOWN, state: 'saved' });
    await learn(library, [TOLD]);
    const news = async () => (await start().statuses([UNKNOWN]))[0]?.news;
    expect(await news()).toBeUndefined();
    expect(await learn(library, [{ id: UNKNOWN, version: 3, shown: 1 }])).toEqual([UNKNOWN]);
    await save(library, { id: UNKNOWN, state: 'read' });
    expect(await news()).toBe('version 3 is new since you saved version 2');
    expect(await learn(library, [{ id: UNKNOWN, version: 3, shown: 3 }])).toEqual([UNKNOWN]);
    expect(await news()).toBeUndefined();
  });

  it('of a version that was known when it was saved is no news', async () => {
    const library = start([{ ...OLMO, version: 2 }]);
    await save(library, { id: OLMO.id, state: 'saved' });
    expect((await library.card(OLMO.id)).record).toMatchObject({ seenVersion: 2 });
    await learn(library, [{ id: OLMO.id, version: 3 }]);
    expect((await library.statuses([OLMO.id]))[0]?.news).toBe('version 3 is new since you saved version 2');
  });

  it('loses nothing of a change that is made at the same time', async () => {
    const library = start();
    await save(library, { id: UNKNOWN, state: 'saved' });
    await Promise.all([learn(library, [TOLD]), save(library, { id: UNKNOWN, state: 'read' }), learn(library, [TOLD])]);
    expect((await library.card(UNKNOWN)).record).toMatchObject({ state: 'read', seenVersion: 2 });
  });
});

describe('removing', () => {
  it('leaves a bundled paper as it was', async () => {
    const library = start();
    await save(library, { id: OLMO.id, state: 'saved' });
    await remove(library, OLMO.id);
    expect(await library.card(OLMO.id)).toEqual({ paper: OLMO, state: 'indexed', packs: ['bundled'] });
    expect((await library.search('olmo', 10)).total).toBe(1);
  });

  it('forgets a paper that no pack has', async () => {
    const library = start();
    await save(library, { id: UNKNOWN, state: 'saved' });
    expect((await library.search('2601', 10)).total).toBe(1);
    await remove(library, UNKNOWN);
    expect(await library.statuses([UNKNOWN])).toEqual([]);
    expect((await library.search('2601', 10)).total).toBe(0);
  });

  it('of what is not kept is no error', async () => {
    expect((await remove(start(), UNKNOWN)).changed).toEqual([]);
  });
});

describe('taking papers in', () => {
  const ITEMS: PaperToImport[] = [
    {
      facts: { id: OLMO.id, title: 'OLMO 3', comment: '100 pages' },
      kept: { state: 'read', tags: ['llm'], savedAt: 7 },
    },
    { facts: { id: UNKNOWN, title: 'Pointing Hands', authors: ['A. Author'] } },
    { facts: { id: UNKNOWN, doi: '10.1000/182' }, kept: { note: 'seen twice' } },
  ];

  it('counts each of them once, keeps what was there, and is undone', async () => {
    const library = start();
    await save(library, { id: OLMO.id, state: 'reading' });
    await edit(library, { kind: 'tag', id: OLMO.id, tag: 'mine' });
    const outcome = await library.importPapers({ operation: newOperation(), items: ITEMS });
    expect(outcome).toMatchObject({ imported: 1, updated: 1, unchanged: 1, changed: [OLMO.id, UNKNOWN] });
    expect(await library.card(OLMO.id)).toMatchObject({
      paper: { title: 'Olmo 3', comment: '100 pages' },
      record: { state: 'reading', tags: ['mine', 'llm'], savedAt: 1000 },
    });
    expect(await library.card(UNKNOWN)).toMatchObject({
      paper: { title: 'Pointing Hands', doi: '10.1000/182' },
      record: { state: 'saved', note: 'seen twice' },
    });
    expect((await library.search('pointing', 5)).total).toBe(1);
    await edit(library, ...outcome.undo);
    expect((await library.card(OLMO.id)).record?.tags).toEqual(['mine']);
    expect(await library.statuses([UNKNOWN])).toEqual([]);
  });

  it('a second time changes nothing', async () => {
    const library = start();
    await library.importPapers({ operation: newOperation(), items: ITEMS });
    clock = 9000;
    const again = await library.importPapers({ operation: newOperation(), items: ITEMS });
    expect(again).toEqual({ imported: 0, updated: 0, unchanged: 3, changed: [], undo: [] });
  });
});

describe('counting a phrase', () => {
  const GLASS = '2511.00001';
  const glass = (abstract: string): PackPaper => ({ id: GLASS, title: 'Glass', authors: ['A. Glass'], abstract });

  it('looks at all papers, each once: as it is kept, else as the first pack has it that has the phrase', async () => {
    const library = start();
    await pack(library, 'one', glass('The glass is glass.'));
    await pack(library, 'two', glass('The glass, the glass, the glass.'));
    expect(await counted(library, 'the glass')).toEqual([1, 1]);
    expect(await counted(library, 'the glass the')).toEqual([1, 2]);
    await library.packs.switch('one', false);
    expect(await counted(library, 'the glass')).toEqual([1, 3]);
    await save(library, { id: GLASS, facts: { abstract: 'THE Gláss; the glass.' } });
    expect(await counted(library, 'the glass')).toEqual([1, 3]);
    await library.packs.remove('two');
    expect(await counted(library, 'the glass')).toEqual([1, 3]);
    await remove(library, GLASS);
    expect(await counted(library, 'the glass')).toEqual([0, 0]);
  });

  it('counts of an abstract that is known by its words alone no place, kept or not', async () => {
    const library = start();
    expect(await counted(library, 'thinking')).toEqual([1, 0]);
    expect(await counted(library, 'flow thinking')).toEqual([0, 0]);
    expect(await counted(library, 'Olmo 3')).toEqual([1, 2]);
    await save(library, { id: OLMO.id });
    expect(await counted(library, 'thinking')).toEqual([1, 0]);
    expect(await counted(library, 'flow thinking')).toEqual([0, 0]);
    expect(await counted(library, 'Olmo 3')).toEqual([1, 2]);
  });

  it('says what was counted, and what that took', async () => {
    const { phrase, milliseconds } = await start().count('scaling up');
    expect(phrase).toBe('scaling up');
    expect(milliseconds).toBeGreaterThan(0);
  });

  it.each(['', ' ', '…'])('finds “%s”, in which there is no word, nowhere', async (phrase) => {
    expect(await counted(start(), phrase)).toEqual([0, 0]);
  });
});

describe('searching', () => {
  it.each([
    'arXiv:2512.13961',
    '2512.13961v2',
    'https://arxiv.org/pdf/2512.13961v3.pdf',
    'see https://alphaxiv.org/abs/2512.13961',
  ])('finds the paper that %s names', async (query) => {
    const { results, total } = await start().search(query, 10);
    expect(results.map(({ paper }) => paper.id)).toEqual([OLMO.id]);
    expect(total).toBe(1);
  });

  it('says the state, what it answers, and how many there are beyond the limit', async () => {
    const library = start();
    await save(library, { id: RLVE.id, state: 'read' });
    const answer = await library.search('olmo rlve', 1);
    expect(answer.query).toBe('olmo rlve');
    expect(answer.total).toBe(2);
    expect(answer.results).toHaveLength(1);
    expect((await library.search('verifiable', 5)).results[0]?.state).toBe('read');
  });

  it.each(['2601.00001', 'arXiv:2601.00001v2', ' https://arxiv.org/abs/2601.00001 '])(
    'says of %s that it is not known',
    async (query) => {
      expect(await start().search(query, 10)).toMatchObject({ query, total: 0, results: [], unknown: UNKNOWN });
    },
  );

  it('takes a number among words for a word', async () => {
    expect((await start().search('rlve 2601.00001', 10)).results.map(({ paper }) => paper.id)).toEqual([RLVE.id]);
  });

  it('finds nothing for nothing', async () => {
    expect(await start().search('  ', 10)).toMatchObject({ query: '  ', total: 0, results: [], understood: [] });
  });

  const MORE: Paper[] = [
    { ...OLMO, published: '2025-12-15', category: 'cs.CL', summary: 'A flow of data for thinking.' },
    { ...RLVE, published: '2025-11-10', category: 'cs.LG', links: { code: 'https://example.org' } },
    { id: '2604.03444', title: 'Olmo Hybrid', authors: ['Thinking Machine'], published: '2026-04-03', words: [] },
  ];
  const [olmo, rlve, hybrid] = MORE.map(({ id }) => id);

  it.each([
    ['olmo year:2026', [hybrid]],
    ['olmo -hybrid', [olmo]],
    ['thinking "flow of data"', [olmo]],
    ['olmmo cat:cs.CL', [olmo]],
    ['olmo verifiable has:code', [rlve]],
    ['2511.07317 has:code', [rlve]],
    ['2511.07317 -has:code', []],
    ['2511.07317 is:saved', []],
    ['"2511.07317"', [rlve]],
    ['-2511.07317', [hybrid, olmo]],
    ['year:2025..', [hybrid, olmo, rlve]],
    ['-hybrid', [olmo, rlve]],
    ['pack:bundled author:zeng', [rlve]],
    ['is:saved', []],
    ['– -hybrid', [olmo, rlve]],
  ])('for %s', async (query, ids) => {
    const { results, total } = await start(MORE).search(query, 10);
    expect(results.map(({ paper }) => paper.id)).toEqual(ids);
    expect(total).toBe(ids.length);
  });

  it('lists the kept papers first, the newest saved before the others, and follows what is saved and let go', async () => {
    const library = start(MORE);
    const found = async (query: string) => (await library.search(query, 10)).results.map(({ paper }) => paper.id);
    expect(await found('is:saved')).toEqual([]);
    for (const id of [olmo, rlve, UNKNOWN]) {
      await save(library, { id: id ?? '' });
      clock++;
    }
    expect(await found('-is:read')).toEqual([UNKNOWN, rlve, olmo, hybrid]);
    await save(library, { id: UNKNOWN, state: 'read' });
    expect(await found('is:unread')).toEqual([rlve, olmo]);
    expect(await found('is:saved -pack:bundled')).toEqual([UNKNOWN]);
    await remove(library, UNKNOWN);
    expect(await found('is:saved')).toEqual([rlve, olmo]);
  });

  it('marks what met a phrase and a filter as well as what met a word that a row shows', async () => {
    const [first] = (await start(MORE).search('olm thin "flow of data" author:te', 10)).results;
    expect(first?.terms.sort()).toEqual(['data', 'flow', 'olmo', 'team']);
  });

  it('says what it understood, what it did not, and what another search may be asked', async () => {
    expect(await start(MORE).search('zzz  zzz, foo:bar "a b" author:"X Y" -tag:x', 10)).toEqual({
      query: 'zzz  zzz, foo:bar "a b" author:"X Y" -tag:x',
      total: 0,
      results: [],
      understood: ['“zzz”', '“foo”', '“bar”', '"a b"', 'author:"X Y"', '-tag:x'],
      problems: ['There is no filter “foo:”; it was searched as words.'],
      elsewhere: 'zzz zzz, foo:bar "a b" X Y',
    });
  });
});
