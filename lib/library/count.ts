import { bare } from '../paper';
import { phrase } from '../search/query/phrase';
import { type Count, countPhrase } from '../search/segment/count';
import { createBreather } from './breather';
import type { Searched } from './hits';
import { searchedOf } from './packs/tables';

/**
 * In how many papers a phrase stands, and in how many places of these. A paper that the person keeps counts as they have
 * it, and not once more for a pack.
 */
export async function countOf(text: string, { shelf: { kept, codes }, packs, tables }: Searched): Promise<Count> {
  const asked = phrase(text);
  if (!asked) return { papers: 0, places: 0 };
  let { papers, places } = await countPhrase(text, searchedOf(tables), packs.pages, codes);
  const breathe = createBreather();
  for (const { id, paper = bare(id) } of kept.values()) {
    if (asked.isMetBy({ paper })) {
      papers++;
      places += asked.placesIn(paper);
    }
    await breathe();
  }
  return { papers, places };
}
