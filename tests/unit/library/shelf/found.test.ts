import { expect, it } from 'vitest';
import { foundIn, needsIndex } from '../../../../lib/library/shelf/found';
import { ordered } from '../../../../lib/library/shelf/orders';
import type { Row } from '../../../../lib/row';
import { parseQuery } from '../../../../lib/search/query/parse';

const row = (id: string, published: string, savedAt?: number): Row => ({
  paper: { id, title: id, authors: [], published },
  record: savedAt === undefined ? undefined : { id, state: 'saved', savedAt },
  packs: savedAt === undefined ? ['bundled'] : [],
});
const ROWS = [row('b', '2024-01-01', 2), row('É', '2025-01-01', 1), row('a', '2024-06-01', 3), row('z', '2024-05-05')];
const ids = (rows: readonly Row[]) => rows.map(({ paper }) => paper.id);

it.each<[string, string[], number]>([
  ['', ['b', 'É', 'a'], 0],
  ['year:2024', ['b', 'a'], 1],
  ['pack:bundled', ['z'], 0],
  ['-pack:bundled', ['b', 'É', 'a'], 0],
  ['-is:saved', ['z'], 0],
  ['year:2024 -is:saved', ['z'], 0],
  ['year:1999', [], 0],
])('“%s” lists what is kept, and what is not where it asks for that', (text, expected, others) => {
  const found = foundIn(ROWS, parseQuery(text));
  expect([ids(found.rows), found.others]).toEqual([expected, others]);
});

it('what the index found is listed by the same rule', () => {
  const found = foundIn(ROWS, parseQuery('words'), (id) => id === 'z' || id === 'a');
  expect([ids(found.rows), found.others]).toEqual([['a'], 1]);
  expect(ids(foundIn(ROWS, parseQuery('words'), (id) => id === 'z').rows)).toEqual(['z']);
});

it.each([
  ['', false],
  ['tag:x year:2024 -is:read', false],
  ['olmo', true],
  ['"flow of data"', true],
  ['-survey tag:x', true],
])('“%s” needs the index: %s', (text, expected) => {
  expect(needsIndex(parseQuery(text))).toBe(expected);
});

it.each([
  ['saved' as const, ['a', 'b', 'É', 'z']],
  ['published' as const, ['É', 'a', 'z', 'b']],
  ['title' as const, ['a', 'b', 'É', 'z']],
])('papers are ordered by %s', (by, expected) => {
  expect(ids(ordered(ROWS, by))).toEqual(expected);
});
