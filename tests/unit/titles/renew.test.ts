import { expect, it } from 'vitest';
import { MAX_TITLES } from '../../../lib/titles/compile';
import { renewTitles } from '../../../lib/titles/renew';
import type { TitleEntry, TitleTable } from '../../../lib/titles/table';

const entry = (id: string, fingerprint = 1): TitleEntry => [id, 30, 7, fingerprint, 0];
const TABLE: TitleTable = [entry('a'), entry('a', 2), entry('b'), entry('c')];

it.each<[string, string[], TitleTable, TitleTable]>([
  ['a new paper stands first', ['d'], [entry('d')], [entry('d'), ...TABLE]],
  [
    'a paper with another title has the new one',
    ['b'],
    [entry('b', 9)],
    [entry('b', 9), entry('a'), entry('a', 2), entry('c')],
  ],
  ['a paper that was let go is not there', ['a'], [], [entry('b'), entry('c')]],
  ['a title less is a title less', ['a'], [entry('a')], [entry('a'), entry('b'), entry('c')]],
])('%s', (_, ids, entries, expected) => {
  expect(renewTitles(TABLE, ids, entries)).toEqual(expected);
});

it.each<[string, string[], TitleTable]>([
  ['the same titles, in whatever order', ['a', 'c'], [entry('c'), entry('a', 2), entry('a')]],
  ['nothing for a paper that has none', ['d'], []],
])('is the same table for %s', (_, ids, entries) => {
  expect(renewTitles(TABLE, ids, entries)).toBe(TABLE);
});

it('leaves out the last ones where there are too many', () => {
  const full = Array.from({ length: MAX_TITLES }, (_, at) => entry(`full ${at}`));
  const renewed = renewTitles(full, ['d'], [entry('d')]);
  expect(renewed).toHaveLength(MAX_TITLES);
  expect([renewed[0], renewed.at(-1)]).toEqual([entry('d'), full.at(-2)]);
});
