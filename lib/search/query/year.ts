import type { Demand } from './filter';

/** A year, or two with two dots between them, of which one may be left out. */
const YEARS = /^(?=.*\d)(\d{4})?(?:(\.\.)(\d{4})?)?$/;

/** Demands a year, or one within a range: its ends are part of it, in whichever order they are written. */
export function year(value: string): Demand | undefined {
  const [range, from = '0000', dots, to = dots === undefined ? from : '9999'] = YEARS.exec(value) ?? [];
  if (range === undefined) return undefined;
  const [first, last] = from <= to ? [from, to] : [to, from];
  return { isMetBy: (own) => first <= own && own <= last };
}
