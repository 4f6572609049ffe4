import type { PaperId } from '../paper';
import { letterOf, NONE } from './letters';
import { readingsOf } from './tex';

/**
 * What it takes to recognise one title: numbers from which it cannot be read again. A chance text has both its
 * beginning and its fingerprint about once in 10^17 letters.
 */
export type TitleEntry = readonly [
  id: PaperId,
  /** How many letters and digits it has. */
  length: number,
  /** Its first {@link WINDOW} letters, packed. */
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

/** A title found in a text: from `start` to `end` stand its letters. */
export interface FoundTitle {
  id: PaperId;
  start: number;
  end: number;
  isShort: boolean;
}

/** More than these are not handed to every page: they are about 200 kB. */
const MAX_TITLES = 5000;

/** A title is looked for by so many first letters; one that has fewer, such as "S1", says too little. */
const WINDOW = 5;

const FEW_WORDS = 4;

/** Compiles titles; where there are too many, the first ones are taken. */
export function compileTitles(titles: Iterable<{ id: PaperId; title: string }>): TitleTable {
  const table: TitleEntry[] = [];
  for (const { id, title } of titles) {
    for (const reading of readingsOf(title)) {
      const length = countLetters(reading);
      if (length < WINDOW) continue;
      if (table.length === MAX_TITLES) return table;
      const words = reading.match(/[\p{L}\p{N}]+/gu) ?? [];
      const { fingerprint } = read(reading, 0, length);
      table.push([id, length, pack(reading), fingerprint, words.length < FEW_WORDS ? 1 : 0]);
    }
  }
  return table;
}

/** The titles of a table, ready to be looked for. */
export class Titles {
  readonly #entries = new Map<number, TitleEntry[]>();
  /** Whether any title may begin so: this spares nearly every letter of a page the look at the map. */
  readonly #filter = new Uint8Array(1 << 16);

  constructor(table: TitleTable) {
    for (const entry of table) {
      const [, , beginning] = entry;
      this.#entries.set(beginning, [...(this.#entries.get(beginning) ?? []), entry]);
      this.#filter[slot(beginning)] = 1;
    }
  }

  /** Every place of a text where the letters of a title stand, in order. */
  in(text: string): FoundTitle[] {
    if (this.#entries.size === 0) return [];
    const filter = this.#filter;
    const found: FoundTitle[] = [];
    let last = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = letterOf(text.charCodeAt(at));
      if (letter === NONE) continue;
      last = shift(last, letter);
      if (filter[slot(last)] === 1) found.push(...this.#endingBegun(text, at, last));
    }
    return found;
  }

  /** The titles whose beginning ends here. */
  #endingBegun(text: string, at: number, beginning: number): FoundTitle[] {
    const entries = this.#entries.get(beginning) ?? [];
    if (entries.length === 0) return [];
    let start = at;
    for (let left = WINDOW - 1; left > 0; left--) while (letterOf(text.charCodeAt(--start)) === NONE);
    return entries.flatMap(([id, length, , fingerprint, isShort]) => {
      const { end, fingerprint: own } = read(text, start, length);
      return own === fingerprint ? [{ id, start, end, isShort: isShort === 1 }] : [];
    });
  }
}

/** Packs the first letters of a text as {@link Titles} meets them. */
function pack(text: string): number {
  let packed = 0;
  for (let at = 0, left = WINDOW; left > 0; at++) {
    const letter = letterOf(text.charCodeAt(at));
    if (letter === NONE) continue;
    packed = shift(packed, letter);
    left--;
  }
  return packed;
}

/** Six bits of each letter: enough to tell ASCII letters and digits apart. */
function shift(packed: number, letter: number): number {
  return ((packed << 6) | (letter & 63)) & 0x3fffffff;
}

function slot(packed: number): number {
  return Math.imul(packed, 0x9e3779b1) >>> 16;
}

/** Reads so many letters from a place on: where they end, and their fingerprint (Karp and Rabin, 1987). */
function read(text: string, start: number, length: number): { end: number; fingerprint: number } {
  let [fingerprint, end] = [0, start];
  for (let left = length; left > 0 && end < text.length; end++) {
    const letter = letterOf(text.charCodeAt(end));
    if (letter === NONE) continue;
    fingerprint = (Math.imul(fingerprint, 0x01000193) + letter) | 0;
    left--;
  }
  return { end, fingerprint };
}

function countLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (letterOf(text.charCodeAt(at)) !== NONE) count++;
  return count;
}
