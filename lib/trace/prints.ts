import type { Paper } from '../paper';
import { MOST_PLACES, type Print } from '../print';
import { wordsIn } from './words';

/** So many words one after the other give one fingerprint. */
export const SHINGLE = 7;

/** Every run of at least so many words that a text shares with an abstract is found. */
export const LEAST_WORDS = 12;

/**
 * The fingerprints of an abstract that is at hand begin so many words apart: then every run of {@link LEAST_WORDS} words
 * has one of them, and the rest is told by the words themselves.
 */
const APART = LEAST_WORDS - SHINGLE + 1;

/**
 * Those of an abstract that is not at hand are twice as dense: then every such run has two of them, one after the other,
 * which chance does not bring about. This is the unit in which places are counted.
 */
export const STEP = APART / 2;

/**
 * What each shingle of a text gives, in its order: one number of 32 bits for the words from each of its words on.
 *
 * @param starts at which letter each word begins.
 */
export function hashesOf(letters: Uint16Array, starts: Uint32Array): Uint32Array {
  const words = Uint32Array.from(starts, (start, at) => hashOfWord(letters, start, starts[at + 1] ?? letters.length));
  const hashes = new Uint32Array(Math.max(0, words.length - SHINGLE + 1));
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0;
    for (let word = at; word < at + SHINGLE; word++)
      hash = Math.imul((hash << 5) ^ (hash >>> 27) ^ (words[word] ?? 0), 0x9e3779b1);
    hashes[at] = scattered(hash);
  }
  return hashes;
}

/** FNV-1a (Fowler, Noll and Vo, 1991), on the letters' code units. */
function hashOfWord(letters: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (letters[at] as number), 0x01000193);
  return hash;
}

/** Has every bit depend on every other (the finalizer of MurmurHash3). */
function scattered(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** The fingerprints by which a paper is found: of its abstract, or those that it carries in the place of one. */
export function printsOf({ abstract, prints = [] }: Paper): Print[] {
  const hashes = abstract === undefined ? prints : densePrints(abstract).filter((_, at) => at % (APART / STEP) === 0);
  const step = abstract === undefined ? 1 : APART / STEP;
  return hashes.map((hash, at) => ({ hash, place: at * step })).filter(({ place }) => place < MOST_PLACES);
}

/** The fingerprints that a paper is to carry whose abstract is not, in its order. */
export function densePrints(abstract: string): number[] {
  const { letters, starts } = wordsIn(abstract);
  return Array.from(hashesOf(letters, starts)).filter((_, at) => at % STEP === 0);
}
