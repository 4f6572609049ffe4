import * as fc from 'fast-check';
import { codeOfId } from '../../../../lib/arxiv/id-code';
import type { Paper, PaperId } from '../../../../lib/paper';
import type { SearchedSegment } from '../../../../lib/search/segment/search';
import { IDS } from './generated';
import { type MemoryPages, memoryPages } from './memory-pages';
import type { NaivePack } from './naive';
import { createPack, type WrittenPack } from './written-pack';

/** How a pack came to be: papers in several segments, of which some were removed, and some merged. */
interface History {
  parts: Paper[][];
  removed: PaperId[];
  merges: { at: number; count: number }[];
}

/** @param papers of one segment. */
export function historyOf(papers: fc.Arbitrary<Paper[]>): fc.Arbitrary<History> {
  return fc.record({
    parts: fc.array(papers, { minLength: 1, maxLength: 4 }),
    removed: fc.array(fc.constantFrom(...IDS), { maxLength: 3 }),
    merges: fc.array(fc.record({ at: fc.nat(3), count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 }),
  });
}

/** At most two packs that came to be so, as an index has them, and as a naive look has them. */
export async function written(
  histories: readonly History[],
): Promise<{ pages: MemoryPages; segments: SearchedSegment[]; naive: NaivePack[] }> {
  const pages = memoryPages();
  const packs: WrittenPack[] = [];
  for (const [at, { parts, removed, merges }] of histories.entries()) {
    const pack = createPack(['one', 'two'][at] ?? '', pages, 100 * at);
    for (const part of parts) await pack.add(part);
    pack.remove(removed.map(codeOfId));
    for (const { at: from, count } of merges) await pack.merge(from, count);
    packs.push(pack);
  }
  const segments = (await Promise.all(packs.map((pack) => pack.searched()))).flat();
  return { pages, segments, naive: packs.map((pack) => pack.naive()) };
}
