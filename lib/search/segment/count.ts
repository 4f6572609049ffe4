import type { PageSource } from '../../segment';
import { termsOf } from '../terms';
import { Extents } from './extents';
import { Dictionaries, just } from './lookup';
import { MetBefore } from './met-before';
import { askForPhrase, eachWithPhrase } from './phrase';
import type { LeftOut, SearchedSegment } from './search';
import { placeOf } from './segment-table';

/** How often a phrase stands in papers. */
export interface Count {
  /** How many have it. */
  papers: number;
  /** In how many places of these it stands; places that overlap count each. */
  places: number;
}

/**
 * Counts a phrase in segments of one pack or several: as many papers as a search for it finds. A paper that is in more
 * than one pack counts once, with its places in the first of them that has the phrase there.
 *
 * @param reading which papers are left out: it is needed last.
 * @throws {DamagedSegment} where a page cannot be read.
 */
export async function countPhrase(
  phrase: string,
  segments: readonly SearchedSegment[],
  pages: PageSource,
  reading: Promise<LeftOut>,
): Promise<Count> {
  const words = termsOf(phrase);
  const dictionaries = new Dictionaries(
    segments.map(({ head }) => head.number),
    pages,
  );
  const distinct = [...new Set(words)];
  const found = await dictionaries.find(distinct.map(just));
  const terms = words.map((word) => found[distinct.indexOf(word)]?.[0]);
  const extents = new Extents(pages);
  for (const [at, { head }] of segments.entries()) askForPhrase(terms, at, head.number, extents);
  await extents.read();
  const isLeftOut = await reading;

  const total: Count = { papers: 0, places: 0 };
  const before = new MetBefore();
  for (const [at, segment] of segments.entries()) {
    const { ids, deleted, head, pack } = segment;
    const isInOthers = before.inOthers(pack);
    const met = new Uint8Array(ids.length);
    eachWithPhrase(terms, { at, segment: head.number, extents }, (paper, places) => {
      const code = ids[paper] as number;
      if (isLeftOut(code, pack) || placeOf(deleted, paper) >= 0) return;
      met[paper] = 1;
      if (isInOthers(code)) return;
      total.papers++;
      total.places += places;
    });
    before.add(segment, met);
  }
  return total;
}
