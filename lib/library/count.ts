import { bare } from '../paper';
import { phrase } from '../search/query/phrase';
import { type Count, countPhrase } from '../search/segment/count';
import { createBreather } from './breather';
import type { Searched } from './hits';
import { type KeptIndex, leftOutBeside } from './kept-index';
import { searchedOf } from './packs/tables';

/**
 * In how many papers a phrase stands, and in how many places of these. A paper that the person keeps counts as they have
 * it, and not once more for a pack.
 *
 * @param reading what the person keeps, which is needed last.
 */
export async function countOf(
  text: string,
  reading: Promise<KeptIndex>,
  { packs, tables }: Pick<Searched, 'packs' | 'tables'>,
): Promise<Count> {
  const asked = phrase(text);
  if (!asked) return { papers: 0, places: 0 };
  const leftOut = reading.then(leftOutBeside);
  leftOut.catch(() => undefined);
  let { papers, places } = await countPhrase(text, searchedOf(tables), packs.pages, leftOut);
  const { loose } = await reading;
  const breathe = createBreather();
  for (const { id, paper = bare(id) } of loose.values()) {
    if (asked.isMetBy({ paper })) {
      papers++;
      places += asked.placesIn(paper);
    }
    await breathe();
  }
  return { papers, places };
}
