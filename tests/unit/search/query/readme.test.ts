import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FILTERS } from '../../../../lib/search/query/filters';
import { parseQuery } from '../../../../lib/search/query/parse';
import { ROOT } from '../../../paths';

const rows = readFileSync(join(ROOT, 'README.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

it.each(FILTERS)('the README describes $name: as its help does', ({ example, help }) => {
  expect(rows).toContainEqual(['', `\`${example}\``, help, '']);
});

it.each(FILTERS)('the example of $name: is what it is an example of', ({ example, name }) => {
  const { words, conditions, problems } = parseQuery(example);
  expect([words, conditions.map(({ source }) => source), problems]).toEqual(['', [example], []]);
  expect(example.startsWith(`${name}:`)).toBe(true);
});
