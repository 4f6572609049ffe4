import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { papersWith } from '../../../lib/library/papers-with';
import type { Paper } from '../../../lib/paper';
import { connectTo, type Database } from '../../../lib/store/connection';

let database: Database;
beforeEach(async () => {
  database = await connectTo('papers-with', async () => undefined)();
});
afterEach(async () => {
  database.close();
  await deleteDB('papers-with');
});

const paper = (id: string, facts: Partial<Paper>): Paper => ({ id, title: id, authors: [], ...facts });

it('finds papers by the words of their abstracts, however these are written and wherever they stand', async () => {
  for (let number = 1; number <= 450; number++) {
    const id = `2501.${String(number).padStart(5, '0')}`;
    await database.put('papers', paper(id, { abstract: `We study case ${number} of the naïve α-scheme.` }));
  }
  const asked = ['We study case 7 of the naive\nα scheme', 'STUDY CASE 430 of a naïve α–scheme.', 'We study nothing.'];
  expect(await papersWith(database, asked)).toEqual(['2501.00007', '2501.00430', null]);
});

it('finds papers of which only the words are known', async () => {
  await database.put('papers', paper('2501.00001', { words: ['bends', 'glass', 'light'] }));
  expect(await papersWith(database, ['Glass bends light; light bends glass.', 'Glass bends.'])).toEqual([
    '2501.00001',
    null,
  ]);
});

it('takes an abstract without a word in it for none', async () => {
  await database.put('papers', paper('2501.00001', { abstract: 'The.' }));
  await database.put('papers', paper('2501.00002', {}));
  expect(await papersWith(database, ['', 'of a'])).toEqual([null, null]);
});
