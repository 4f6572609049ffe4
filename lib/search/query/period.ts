import type { Demand } from './filter';

const MONTH = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2]))?`;

/** A year or a month, or two of them with two dots between, of which one may be left out. */
const PERIOD = new RegExp(String.raw`^(?=.*\d)(${MONTH})?(?:(\.\.)(${MONTH})?)?$`);

/**
 * Demands a month `2025-03`, one of a year, or one within a range: its ends are part of it, in whichever order they are
 * written.
 */
export function period(value: string): Demand | undefined {
  const [range, from = '0000', dots, to = dots === undefined ? from : '9999'] = PERIOD.exec(value) ?? [];
  if (range === undefined) return undefined;
  const isInOrder = firstOf(from) <= lastOf(to);
  const first = firstOf(isInOrder ? from : to);
  const last = lastOf(isInOrder ? to : from);
  return { isMetBy: (own) => first <= own && own <= last };
}

/** The first month of a year; a month is its own. */
function firstOf(part: string): string {
  return part.length === 4 ? `${part}-01` : part;
}

function lastOf(part: string): string {
  return part.length === 4 ? `${part}-12` : part;
}
