import type { PaperId } from '../paper';
import { OLD_ARCHIVES } from './archives';

/**
 * Ids as whole numbers of 32 bits, for tables that hold many. They rise with the month of the id, and within a month of
 * the new scheme with its number; those of the old scheme come before all others. They are on disk: what a number stands
 * for never changes.
 */

/** The months from July 1991 on, of which each has room for as many archives and numbers. */
const [FIRST_OLD_YEAR, ARCHIVES, OLD_NUMBERS] = [1991, 64, 1000];
const [FIRST_NEW_YEAR, NEW_NUMBERS] = [2007, 100_000];

/** Above every code of the old scheme. */
const FIRST_NEW = 2 ** 24;

/**
 * @param id a canonical id, as {@link parseId} gives it.
 */
export function codeOfId(id: PaperId): number {
  const slash = id.indexOf('/');
  if (slash < 0) {
    const month = (2000 + Number(id.slice(0, 2)) - FIRST_NEW_YEAR) * 12 + Number(id.slice(2, 4)) - 1;
    return FIRST_NEW + month * NEW_NUMBERS + Number(id.slice(5));
  }
  const yymm = id.slice(slash + 1, slash + 5);
  const year = Number(yymm.slice(0, 2));
  const month = ((year < 91 ? 2000 : 1900) + year - FIRST_OLD_YEAR) * 12 + Number(yymm.slice(2)) - 1;
  const archive = OLD_ARCHIVES.indexOf(id.slice(0, slash));
  return (month * ARCHIVES + archive) * OLD_NUMBERS + Number(id.slice(slash + 5));
}

/** @param code of an id, as {@link codeOfId} gives it. */
export function idOfCode(code: number): PaperId {
  if (code >= FIRST_NEW) {
    const month = Math.floor((code - FIRST_NEW) / NEW_NUMBERS);
    const yymm = yymmOf(FIRST_NEW_YEAR, month);
    return `${yymm}.${digits((code - FIRST_NEW) % NEW_NUMBERS, yymm < '1501' ? 4 : 5)}`;
  }
  const place = Math.floor(code / OLD_NUMBERS);
  const yymm = yymmOf(FIRST_OLD_YEAR, Math.floor(place / ARCHIVES));
  return `${OLD_ARCHIVES[place % ARCHIVES]}/${yymm}${digits(code % OLD_NUMBERS, 3)}`;
}

function yymmOf(firstYear: number, month: number): string {
  return digits((firstYear + Math.floor(month / 12)) % 100, 2) + digits((month % 12) + 1, 2);
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
