import { letterOf, NONE } from './letters';

/** A title is looked for by so many first letters; one that has fewer, such as "S1", says too little. */
export const WINDOW = 5;

/** Adds a letter to those before it, packed: six bits of each, so that the {@link WINDOW} last ones take thirty. */
export function shift(packed: number, letter: number): number {
  return (packed << 6) | (letter & 63);
}

/** The {@link WINDOW} last of packed letters. */
export function lastOf(packed: number): number {
  return packed & 0x3fffffff;
}

/** In which slot of a filter packed letters are: its 17 lowest bits have something of all {@link WINDOW} and no more. */
export function slot(packed: number): number {
  return packed ^ (packed >>> 13);
}

/** A filter has few slots taken and lies in the processor's nearest cache, unless there are very many titles. */
export function slotsFor(titles: number): number {
  return 2 ** Math.min(17, Math.max(14, Math.ceil(Math.log2(64 * titles))));
}

/** Reads so many letters from a place on: where they end, and their fingerprint (Karp and Rabin, 1987). */
export function read(text: string, start: number, length: number): { end: number; fingerprint: number } {
  let [fingerprint, end] = [0, start];
  for (let left = length; left > 0 && end < text.length; end++) {
    const letter = letterOf(text.charCodeAt(end));
    if (letter === NONE) continue;
    fingerprint = (Math.imul(fingerprint, 0x01000193) + letter) | 0;
    left--;
  }
  return { end, fingerprint };
}
