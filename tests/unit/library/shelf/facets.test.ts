import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { facetsOf } from '../../../../lib/library/shelf/facets';
import { withFilter } from '../../../../lib/search/query/edit';
import { filterNamed } from '../../../../lib/search/query/filters';
import { parseQuery } from '../../../../lib/search/query/parse';
import { matches } from '../../../../lib/search/query/query';
import type { Row } from '../../../../lib/row';
import { anyRows } from './rows';

/** Counts a value as a search for it does, one paper after the other. */
function countBySearch(rows: readonly Row[], name: string, value: string): number {
  const query = parseQuery(withFilter('', { name, value }));
  return rows.filter((row) => matches(query, row)).length;
}

it('each value has as many papers as a search for it finds', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      for (const { name, values } of facetsOf(rows)) {
        for (const { value, count } of values) {
          expect([name, value, count]).toEqual([name, value, countBySearch(rows, name, value)]);
        }
      }
    }),
  );
});

it('no value of a paper is left out', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const facets = new Map([...facetsOf(rows)].map(({ name, values }) => [name, values]));
      for (const name of ['tag', 'cat', 'venue', 'author']) {
        const own = new Set(rows.flatMap((row) => filterNamed(name)?.valuesOf(row) ?? []));
        expect(new Set(facets.get(name)?.map(({ value }) => value))).toEqual(own);
      }
    }),
  );
});

const row = (id: string, published: string, tags: string[]): Row => ({
  paper: { id, title: id, authors: [], published },
  record: { id, state: 'saved', savedAt: 1, tags },
});

it('the frequent come first, and years from the latest on', () => {
  const listed = [row('a', '2024-01-01', ['y', 'x']), row('b', '2025-01-01', ['z', 'y']), row('c', '2025-06-01', [])];
  const facets = new Map([...facetsOf(listed)].map(({ name, values }) => [name, values]));
  expect(facets.get('tag')?.map(({ value, count }) => `${value} ${count}`)).toEqual(['y 2', 'x 1', 'z 1']);
  expect(facets.get('year')?.map(({ value, count }) => `${value} ${count}`)).toEqual(['2025 2', '2024 1']);
  expect(facets.get('is')).toEqual([{ value: 'unread', count: 3 }]);
});
