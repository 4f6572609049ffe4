import type { Paper } from '../lib/paper';
import papers from './papers.json';
import words from './words.json';

/** What the papers consist of, as a digest that the build computes: another digest, other facts. */
declare const SEEDS_DIGEST: string;
export const seedsDigest = (): string => SEEDS_DIGEST;

const wordsById = new Map(Object.entries(words));

/**
 * The papers that come with the extension, in the order of their ids, each with the words of its abstract.
 * @throws {Error} if words.json was not made anew after a paper was added
 */
export function bundledPapers(): Paper[] {
  return papers.map((paper) => Object.assign({ words: wordsOf(paper.id) }, paper));
}

function wordsOf(id: string): string[] {
  const own = wordsById.get(id);
  if (!own) throw new Error(`words.json has no words for ${id}. Run seeds/make-words.ts.`);
  return own;
}
