import type { Bar, Row } from '../../row';
import { filterNamed } from '../../search/query/filters';

/** By what papers are laid out in time: each is the name of the filter that takes its periods. */
export type Axis = 'year' | 'saved';

/** More bars than this are fewer and wider ones instead: a hand has no room to point at them. */
export const MOST_BARS = 60;

/** How many years one bar may stand for where months would be too many. */
const STEPS = [1, 10, 100, 1000] as const;

/** Some months that follow one another, and how a filter calls them. */
interface Stretch {
  period: string;
  months: readonly string[];
}

/**
 * Papers laid out in time, without a gap between the first and the last bar. They are laid out by month where that makes
 * no more than {@link MOST_BARS} bars. Where it makes more, only the years are laid out that are chosen, by month if that
 * is possible now, else by year, ten years or more. Papers without a date are left out.
 *
 * @param chosen periods as filters take them: a bar is chosen that has a month in all of these.
 */
export function timelineOf(rows: readonly Row[], axis: Axis, chosen: readonly string[]): Bar[] {
  const filter = filterNamed(axis);
  const byMonth = groupBy(rows, (row) => filter?.valuesOf(row)[0] ?? '');
  byMonth.delete('');
  const demands = chosen.flatMap((period) => filter?.read(period) ?? []);
  const isChosen = (month: string) => demands.length > 0 && demands.every((demand) => demand.isMetBy(month));

  const all = [...byMonth.keys()].sort();
  return stretchesOf(all, all.filter(isChosen)).map(({ period, months }) =>
    barOf(
      period,
      months.some(isChosen),
      months.flatMap((month) => byMonth.get(month) ?? []),
    ),
  );
}

function barOf(period: string, isChosen: boolean, rows: readonly Row[]): Bar {
  const inState = (state: string) => rows.reduce((sum, { record }) => sum + Number(record?.state === state), 0);
  return { period, isChosen, total: rows.length, reading: inState('reading'), read: inState('read') };
}

/** @param all months in order, and those of them that are chosen. */
function stretchesOf(all: readonly string[], chosen: readonly string[]): Stretch[] {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = yearsOf(all)
    .flatMap(monthsOf)
    .filter((month) => first <= month && month <= last);
  if (months.length <= MOST_BARS) return months.map(oneMonth);

  const years = yearsOf(chosen.length > 0 ? chosen : all);
  if (years.length * 12 <= MOST_BARS) return years.flatMap(monthsOf).map(oneMonth);
  const step = STEPS.find((size) => years.length / size < MOST_BARS) ?? 1000;
  const bundles = groupBy(years, (year) => Math.floor(year / step));
  return Array.from(bundles.values(), (bundle) => ({ period: periodOf(bundle), months: bundle.flatMap(monthsOf) }));
}

function oneMonth(month: string): Stretch {
  return { period: month, months: [month] };
}

function periodOf(years: readonly number[]): string {
  const [first = 0, last = first] = [years[0], years.at(-1)];
  return first === last ? fourDigits(first) : `${fourDigits(first)}..${fourDigits(last)}`;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** All years from the first to the last of some months in order. */
function yearsOf(months: readonly string[]): number[] {
  const [first = '0', last = first] = [months[0], months.at(-1)];
  return Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, at) => yearOf(first) + at);
}

function yearOf(month: string): number {
  return Number(month.slice(0, 'YYYY'.length));
}

function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, at) => `${fourDigits(year)}-${String(at + 1).padStart(2, '0')}`);
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
