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
 * What the shingles of a text give, in its order: one number of 32 bits for the words from one of its words on.
 *
 * @param starts at which letter each word begins.
 * @param apart how many words they begin apart.
 */
export function hashesOf(letters: Uint16Array, starts: Uint32Array, apart = 1): number[] {
  const words = new Uint32Array(starts.length);
  for (let word = 0; word < words.length; word++) {
    words[word] = hashOfWord(letters, starts[word] ?? 0, starts[word + 1] ?? letters.length);
  }
  const hashes: number[] = [];
  for (let first = 0; first + SHINGLE <= words.length; first += apart) {
    let hash = 0;
    for (let word = first; word < first + SHINGLE; word++) {
      hash = Math.imul((hash << 5) ^ (hash >>> 27) ^ (words[word] as number), 0x9e3779b1);
    }
    hashes.push(scattered(hash));
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
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The fingerprints by which a paper is found: of its abstract, or those that it carries in the place of one. */
export function printsOf({ abstract, prints = [] }: Paper): Print[] {
  const [hashes, apart] = abstract === undefined ? [prints, STEP] : [hashesIn(abstract, APART), APART];
  const found: Print[] = [];
  for (const hash of hashes) {
    const place = (found.length * apart) / STEP;
    if (place < MOST_PLACES) found.push({ hash, place });
  }
  return found;
}

/** The fingerprints that a paper is to carry whose abstract is not, in its order. */
export function densePrints(abstract: string): number[] {
  return hashesIn(abstract, STEP);
}

function hashesIn(text: string, apart: number): number[] {
  const { letters, starts } = wordsIn(text);
  return hashesOf(letters, starts, apart);
}
