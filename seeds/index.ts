import type { Paper } from '../lib/paper';
import papers from './papers.json?raw';
import prints from './prints.json?raw';
import words from './words.json?raw';

/** What the papers consist of, as a digest that the build computes: another digest, other facts. */
declare const SEEDS_DIGEST: string;
export const seedsDigest = (): string => SEEDS_DIGEST;

/**
 * The papers that come with the extension, in the order of their ids, each with the words and the fingerprints of its abstract. They are
 * parsed when they are asked for: a worker that only wakes to answer does not need them.
 * @throws {Error} if words.json and prints.json were not made anew after a paper was added
 */
export function bundledPapers(): Paper[] {
  const wordsOf = new Map<string, string[]>(Object.entries(JSON.parse(words)));
  const printsOf = new Map<string, number[]>(Object.entries(JSON.parse(prints)));
  return (JSON.parse(papers) as Paper[]).map((paper) => {
    const [ownWords, ownPrints] = [wordsOf.get(paper.id), printsOf.get(paper.id)];
    if (!ownWords || !ownPrints) throw new Error(`Nothing was made of the abstract of ${paper.id}. Run seeds/make.ts.`);
    return Object.assign({ words: ownWords, prints: ownPrints }, paper);
  });
}
