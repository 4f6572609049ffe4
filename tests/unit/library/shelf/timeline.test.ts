import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_BARS, timelineOf } from '../../../../lib/library/shelf/timeline';
import type { Row } from '../../../../lib/row';
import { withFilter } from '../../../../lib/search/query/edit';
import { parseQuery } from '../../../../lib/search/query/parse';
import { matches } from '../../../../lib/search/query/query';
import { anyRows } from './rows';

const published = (day: string, state?: 'saved' | 'reading' | 'read'): Row => ({
  paper: { id: day, title: day, authors: [], published: day },
  record: state && { id: day, state, savedAt: 1 },
});
const periods = (days: string[], chosen: string[] = []) =>
  timelineOf(
    days.map((day) => published(day)),
    'year',
    chosen,
  ).map(({ period }) => period);

describe('the bars', () => {
  it('are months without a gap, with what is read and being read', () => {
    const rows = [
      published('2025-11-30', 'read'),
      published('2026-02-01', 'reading'),
      published('2026-02-28', 'saved'),
    ];
    expect(timelineOf(rows, 'year', ['2026..'])).toEqual([
      { period: '2025-11', isChosen: false, total: 1, reading: 0, read: 1 },
      { period: '2025-12', isChosen: false, total: 0, reading: 0, read: 0 },
      { period: '2026-01', isChosen: true, total: 0, reading: 0, read: 0 },
      { period: '2026-02', isChosen: true, total: 2, reading: 1, read: 0 },
    ]);
  });

  it.each<[string, string[], string[], string[]]>([
    ['none without dates', [], [], []],
    ['years where months are too many', ['2019-03-01', '2025-01-01'], [], years(2019, 2025)],
    ['the months of a chosen year', ['2019-03-01', '2020-05-01', '2025-01-01'], ['2020'], months('2020')],
    ['years where what is chosen has none', ['2019-03-01', '2025-01-01'], ['1990'], years(2019, 2025)],
    ['tens of years', ['1931-01-01', '2025-01-01'], [], ['1931..1939', ...tens(1940, 2010), '2020..2025']],
  ])('are %s', (_name, days, chosen, expected) => {
    expect(periods(days, chosen)).toEqual(expected);
  });

  it.each(['0001-01-01', '1991-08-01', '2024-12-31'])(
    'are never more than a hand can point at, from %s on',
    (first) => {
      const bars = periods([first, '9999-12-31']);
      expect(bars.length).toBeGreaterThan(0);
      expect(bars.length).toBeLessThanOrEqual(MOST_BARS);
    },
  );
});

it('each bar has as many papers as a search for its time finds, and all together have all', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom('year' as const, 'saved' as const), (rows, axis) => {
      const bars = timelineOf(rows, axis, []);
      for (const { period, total } of bars) {
        const query = parseQuery(withFilter('', { name: axis, value: period }));
        expect([period, total]).toEqual([period, rows.filter((row) => matches(query, row)).length]);
      }
      const dated = rows.filter(({ paper, record }) => (axis === 'year' ? paper.published : record));
      expect(bars.reduce((sum, { total }) => sum + total, 0)).toBe(dated.length);
    }),
  );
});

function years(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

function months(year: string): string[] {
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
}

function tens(first: number, last: number): string[] {
  return Array.from({ length: (last - first) / 10 + 1 }, (_, at) => `${first + at * 10}..${first + at * 10 + 9}`);
}
