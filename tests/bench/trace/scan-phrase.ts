/** The count of a phrase without an index: a look at each paper. This runs in the worker of the extension. */
import { phrase } from '../../../lib/search/query/phrase';
import { eachDocument } from './documents';

/** What came of a scan, and how many milliseconds it took. */
export interface Scanned {
  papers: number;
  places: number;
  took: number;
}

/** Counts a phrase in the papers of all packs. */
export async function scan(text: string): Promise<Scanned> {
  const begun = performance.now();
  const asked = phrase(text);
  if (!asked) throw new Error(`There is no word in "${text}".`);
  let [papers, places] = [0, 0];
  await eachDocument((paper) => {
    if (!asked.isMetBy({ paper })) return;
    papers++;
    places += asked.placesIn(paper);
  });
  return { papers, places, took: performance.now() - begun };
}
