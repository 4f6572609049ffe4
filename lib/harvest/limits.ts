/** How much of a list is asked for, and how often. All times are milliseconds. */
import { FOR_ALL, MINUTE } from '../asking/limits';
import type { Bounds } from '../asking/exchange';

/** A part of a list has up to some thousands of records, of which a thousand take 1.5 MB, and a slow line its time. */
export const PART: Bounds = { timeOut: 4 * MINUTE, bytes: 64_000_000 };

/** For a list about which something is wrong. */
export const FOR_LIST = FOR_ALL;

/** How often a list is tried without getting any further: for about an hour. */
export const ENOUGH = 8;

/** Letters from the end of an answer in which its end tag stands. */
export const LAST_LETTERS = 200;
