import type { Paper } from '../lib/paper';
import papers from './papers.json?raw';
import words from './words.json?raw';

/** What the papers consist of, as a digest that the build computes: another digest, other facts. */
declare const SEEDS_DIGEST: string;
export const seedsDigest = (): string => SEEDS_DIGEST;

/**
 * The papers that come with the extension, in the order of their ids, each with the words of its abstract. They are
 * parsed when they are asked for: a worker that only wakes to answer does not need them.
 * @throws {Error} if words.json was not made anew after a paper was added
 */
export function bundledPapers(): Paper[] {
  const wordsOf = new Map<string, string[]>(Object.entries(JSON.parse(words)));
  return (JSON.parse(papers) as Paper[]).map((paper) => {
    const own = wordsOf.get(paper.id);
    if (!own) throw new Error(`words.json has no words for ${paper.id}. Run seeds/make-words.ts.`);
    return Object.assign({ words: own }, paper);
  });
}
