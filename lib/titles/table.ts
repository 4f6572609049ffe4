import type { PaperId } from '../paper';

/**
 * What it takes to recognise one title: numbers from which it cannot be read again. A chance text has both its
 * beginning and its fingerprint about once in 10^17 letters.
 */
export type TitleEntry = readonly [
  id: PaperId,
  /** How many letters and digits it has. */
  length: number,
  /** Its first letters, packed. */
  beginning: number,
  /** A fingerprint of all its letters, of 32 bits. */
  fingerprint: number,
  /** 1 for a title of fewer than four words: it may be a name, or an everyday phrase. */
  isShort: 0 | 1,
];

/** What every page is handed to recognise titles. */
export type TitleTable = readonly TitleEntry[];

/** The name under which the table is stored, where pages can read it without waking the worker. */
export const TITLES = 'titles';
