import { letterOf, NONE } from './letters';

/** A title is looked for by so many first letters; one that has fewer, such as "S1", says too little. */
export const WINDOW = 5;

/** Adds a letter to the {@link WINDOW} last ones, packed: six bits of each tell ASCII letters and digits apart. */
export function shift(packed: number, letter: number): number {
  return ((packed << 6) | (letter & 63)) & 0x3fffffff;
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
