import { dayOf, formatDay, formatTime } from '../../lib/dates';
import { BUNDLED, type HarvestRequest, type HarvestState, type PackSummary } from '../../lib/pack';
import { papersInWords } from '../../lib/papers-in-words';

/** What is said of packs. */

/** An end of the years of a request that is open: before arXiv began, and after all that will come. */
export const FIRST_YEAR = 1991;
export const LAST_YEAR = 9999;

/** In milliseconds: a wait that is not worth telling of is the one between any two requests. */
const SHORT = 5000;

const count = (number: number) => number.toLocaleString('en');

/** What a pack is called before a person. */
export function titleOf(name: string): string {
  return name === BUNDLED ? 'Came with Manicule' : name;
}

/** `1.2 MB`, as the tables of other programs have it: in powers of a thousand. */
export function sizeInWords(bytes: number): string {
  const units = ['kB', 'MB', 'GB'];
  const power = Math.max(1, Math.min(units.length, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const size = bytes / 1000 ** power;
  // What rounds up to a thousand is one of the next unit.
  if (power < units.length && Math.round(size) >= 1000) return `1 ${units[power]}`;
  const digits = size >= 10 || Number.isInteger(size) ? 0 : 1;
  return `${size.toLocaleString('en', { maximumFractionDigits: digits })} ${units[power - 1]}`;
}

/** `48 MB, 3 May 2026`. */
export function factsOf({ bytes, updated }: PackSummary): string {
  return `${sizeInWords(bytes.papers + bytes.index)}, ${formatDay(dayOf(updated))}`;
}

/** `cs.CL, cs.LG, 2020 to 2025`. */
export function requestInWords({ categories, years }: HarvestRequest): string {
  return [categories.join(', '), ...(years ? [yearsInWords(years)] : [])].join(', ');
}

function yearsInWords({ from, to }: { from: number; to: number }): string {
  if (from === to) return String(from);
  if (to === LAST_YEAR) return `from ${from} on`;
  return from === FIRST_YEAR ? `up to ${to}` : `${from} to ${to}`;
}

/** How a harvest stands, as sentences. */
export function harvestInWords({ kind, received, of, papers, nextAt }: HarvestState, now = Date.now()): string {
  const all = of === undefined ? count(received) : `${count(received)} of ${count(of)}`;
  const sentences = [received === 0 ? 'Nothing received yet.' : `${all} records received, ${papersInWords(papers)}.`];
  if (kind === 'paused') sentences.unshift('Paused.');
  else if (kind === 'waiting' && nextAt === undefined) sentences.push('It waits for its turn.');
  else if (kind !== 'failed' && nextAt !== undefined && nextAt - now >= SHORT) {
    sentences.push(`arXiv is asked next at ${formatTime(nextAt, now)}.`);
  }
  return sentences.join(' ');
}
