import { createRandom, type Random } from './random';

const ONSETS = [
  ...'bcdfghjklmnprstvwz',
  ...'bcdfghjklmnprstvwz',
  'br',
  'ch',
  'cl',
  'dr',
  'fl',
  'gr',
  'pr',
  'sh',
  'st',
  'tr',
];
const VOWELS = [...'aeiou', ...'aeiou', 'ai', 'ea', 'io', 'ou'];
const CODAS = ['', '', '', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'st'];

/** Words in the order of how often they are used, and a way to draw them. */
export interface Vocabulary {
  words: readonly string[];
  /** A word as running text has it: a few are very common, most are rare. */
  draw(random: Random): string;
}

/** Made-up words that can be spoken, with the frequencies of {@link byRank}. */
export function createVocabulary(size: number, shift: number, seed: number): Vocabulary {
  const random = createRandom(seed);
  const words = new Set<string>();
  // Common words are short, rare ones long, as in any language.
  while (words.size < size)
    words.add(makeWord(random, Math.round(0.7 + Math.log10(words.size + 1) / 2 + random.next() / 2)));
  return byRank([...words], shift);
}

/**
 * Words whose frequencies follow the law of Zipf and Mandelbrot: the word of rank r comes with a weight of
 * 1 / (r + shift). With a shift of 20 the commonest of many words stands in about two of three abstracts, as "model"
 * does in those of arXiv's cs.CL.
 */
export function byRank(words: readonly string[], shift: number): Vocabulary {
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank++) {
    sum += 1 / (rank + 1 + shift);
    sums[rank] = sum;
  }
  return { words, draw: (chance) => words[firstAbove(sums, chance.next() * sum)] as string };
}

/** A word of so many syllables. */
export function makeWord(random: Random, syllables: number): string {
  let word = '';
  for (let count = 0; count < syllables; count++)
    word += random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  return word;
}

/** The first place in a rising list whose number is greater. */
function firstAbove(rising: Float64Array, number: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
