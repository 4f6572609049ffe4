import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newOperation } from '../../../lib/edit';
import { createLibrary, type Library } from '../../../lib/library';
import type { PackPaper } from '../../../lib/pack';
import type { Paper } from '../../../lib/paper';
import { densePrints } from '../../../lib/trace/prints';
import { memoryArea } from '../store/area';

const INK =
  'We ask how much ink a reader leaves in the margins of a book, and find that a hand which points is drawn more often ' +
  'than any word is written. Our corpus of four hundred volumes is open to all.';
const BOATS =
  'Boats of folded paper cross a pond in the wind of a small fan. We measure how far each of them comes before it ' +
  'sinks, and give a model that tells this from the folds alone.';
const LAMPS =
  'Three kinds of oil are burned in lamps of the same make. The light of each is compared by night, at distances of up ' +
  'to forty steps, and none of them is found to be brighter than a candle of wax.';

/** It comes with the extension, which has no abstracts. */
const BUNDLED: Paper = { id: '2512.13961', title: 'On lamps', authors: ['A. Reader'], prints: densePrints(LAMPS) };

let name: string;
let count = 0;

beforeEach(() => {
  name = `tracing-${count++}`;
});
afterEach(() => deleteDB(name));

/** A library as a worker that has just started has it. */
function start(mostLoose = Infinity): Library {
  const seeds = { digest: 'one', papers: () => [BUNDLED] };
  return createLibrary({ name, seeds, now: () => 1000, local: memoryArea(), session: memoryArea(), mostLoose });
}

async function addPack(library: Library, pack: string, papers: PackPaper[]): Promise<void> {
  const intake = await library.packs.begin({ name: pack, isWhole: true });
  await library.packs.add(intake, 0, papers);
  await library.packs.end(intake);
}

async function saveWith(library: Library, id: string, abstract: string): Promise<void> {
  await library.edit({ operation: newOperation(), changes: [{ kind: 'merge', id, facts: { abstract } }] });
}

/** The passages of a text as they stand in it, with the papers that have each. */
async function traced(library: Library, text: string): Promise<[words: string, papers: string[]][]> {
  const passages = await library.trace(text);
  return passages.map(({ start: from, end, papers }) => [text.slice(from, end), papers]);
}

/** The words of a text from one to another of them. */
const part = (text: string, from: number, to: number) => text.split(' ').slice(from, to).join(' ');

it('passages are found of papers in packs, of kept ones and of those that come with the extension', async () => {
  const library = start();
  await addPack(library, 'ink', [{ id: '2601.00001', title: 'On ink', abstract: INK }]);
  await saveWith(library, '2601.00002', BOATS);
  const page = `He said: ${part(INK, 3, 17)} and then ${part(BOATS, 10, 30)}; but ${part(LAMPS, 6, 36)}!`;
  const [ink, boats, lamps] = await traced(library, page);
  expect(ink).toEqual([part(INK, 3, 17), ['2601.00001']]);
  expect(boats).toEqual([part(BOATS, 10, 30), ['2601.00002']]);
  // What is known by fingerprints alone may reach a few words further.
  expect(lamps).toEqual([part(LAMPS, 6, 34), ['2512.13961']]);
  expect((await library.trace(page)).map(({ isExact }) => isExact)).toEqual([true, true, false]);
  expect((await library.trace(page)).map(({ words }) => words)).toEqual([14, 20, 28]);
});

it('fewer words, other words and a text without words are no passage', async () => {
  const library = start();
  await addPack(library, 'ink', [{ id: '2601.00001', title: 'On ink', abstract: INK }]);
  expect(await traced(library, part(INK, 3, 14))).toEqual([]);
  expect(await traced(library, part(INK, 3, 21).replace('margins', 'corners'))).toEqual([]);
  expect(
    await traced(library, 'The margins of books are full of ink: hands that point are drawn in many of them.'),
  ).toEqual([]);
  expect(await traced(library, '')).toEqual([]);
});

it('where several papers share a passage, it has them all', async () => {
  const library = start();
  const shared = part(INK, 0, 20);
  await addPack(library, 'ink', [
    { id: '2601.00001', title: 'On ink', abstract: INK },
    { id: '2601.00003', title: 'On ink again', abstract: `${shared}. And so on.` },
  ]);
  await saveWith(library, '2601.00001', INK);
  const [passage, ...others] = await library.trace(shared);
  expect(others).toEqual([]);
  expect(passage?.papers.toSorted()).toEqual(['2601.00001', '2601.00003']);
});

it('of a paper that is kept with its abstract, and is in a pack without, a passage comes once', async () => {
  const library = start();
  await saveWith(library, BUNDLED.id, LAMPS);
  expect(await library.trace(part(LAMPS, 4, 36))).toEqual([
    expect.objectContaining({ words: 32, isExact: true, papers: [BUNDLED.id] }),
  ]);
});

it('what is switched off, removed or let go is not found', async () => {
  const library = start();
  await addPack(library, 'ink', [{ id: '2601.00001', title: 'On ink', abstract: INK }]);
  await saveWith(library, '2601.00002', BOATS);
  expect(await traced(library, `${INK} ${BOATS}`)).toHaveLength(2);
  await library.packs.switch('ink', false);
  expect(await traced(library, INK)).toEqual([]);
  await library.packs.switch('ink', true);
  expect(await traced(library, INK)).toHaveLength(1);
  await library.packs.remove('ink');
  await library.edit({ operation: newOperation(), changes: [{ kind: 'remove', id: '2601.00002' }] });
  expect(await traced(library, `${INK} ${BOATS}`)).toEqual([]);
});

it('a newer abstract takes the place of the one before, in packs and in the library', async () => {
  const library = start();
  await addPack(library, 'ink', [{ id: '2601.00001', title: 'On ink', abstract: INK }]);
  await addPack(library, 'ink', [{ id: '2601.00001', title: 'On ink', abstract: BOATS }]);
  expect(await traced(library, INK)).toEqual([]);
  expect(await traced(library, BOATS)).toHaveLength(1);
  await saveWith(library, '2601.00002', LAMPS);
  const newer = { kind: 'merge' as const, id: '2601.00002', facts: { version: 2, abstract: INK } };
  await library.edit({ operation: newOperation(), changes: [newer] });
  expect(await traced(library, INK)).toEqual([[INK.slice(0, -1), ['2601.00002']]]);
  expect((await traced(library, LAMPS)).map(([, papers]) => papers)).toEqual([['2512.13961']]);
});

it('is found by a worker that has just started, also of papers kept before there were fingerprints', async () => {
  const library = start();
  await saveWith(library, '2601.00002', BOATS);
  await library.prepare();
  const database = await openDB(name);
  await database.clear('prints');
  database.close();
  expect(await traced(start(), BOATS)).toHaveLength(1);
});

it('is found of kept papers in the stacks, as long as these have them as they are', async () => {
  const library = start(0);
  await saveWith(library, '2601.00002', BOATS);
  await library.packs.tidy();
  const database = await openDB(name);
  expect(await database.count('prints')).toBe(0);
  database.close();
  expect(await traced(library, BOATS)).toEqual([[BOATS.slice(0, -1), ['2601.00002']]]);
  const newer = { kind: 'merge' as const, id: '2601.00002', facts: { version: 2, abstract: INK } };
  for (const worker of [start(), start(0)]) {
    await worker.edit({ operation: 'a newer version', changes: [newer] });
    expect(await traced(worker, BOATS)).toEqual([]);
    expect(await traced(worker, INK)).toEqual([[INK.slice(0, -1), ['2601.00002']]]);
    await worker.packs.tidy();
  }
  await start().edit({ operation: 'lets it go', changes: [{ kind: 'remove', id: '2601.00002' }] });
  expect(await traced(start(), INK)).toEqual([]);
});
