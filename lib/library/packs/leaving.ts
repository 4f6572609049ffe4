import { placeOf, type SegmentTable } from '../../search/segment/segment-table';
import type { PageSource } from '../../segment';
import { createBreather } from '../breather';
import { CodeSet } from './code-set';
import { documentsAt } from './papers-at';

/** So many papers are looked at before others have their turn. */
const AT_ONCE = 1000;

/** Papers that leave a segment, by their numbers in it, in order. */
export interface Leaving {
  table: SegmentTable;
  papers: number[];
}

/**
 * Which papers leave some segments, which are in the order in which they were written: those that a later one of them has
 * too, and those of which it is said.
 *
 * @param mayStay whether the paper with this code stays, where the last of them that has it has it.
 */
export async function papersLeaving(
  tables: readonly SegmentTable[],
  mayStay: (code: number) => boolean,
): Promise<Leaving[]> {
  const later = new CodeSet();
  const leaving: Leaving[] = [];
  const breathe = createBreather();
  for (const table of tables.toReversed()) {
    const papers: number[] = [];
    for (const [paper, code] of table.ids.entries()) {
      if (paper % AT_ONCE === 0) await breathe();
      if (placeOf(table.deleted, paper) >= 0) continue;
      if (later.has(code) || !mayStay(code)) papers.push(paper);
      else later.add(code);
    }
    if (papers.length > 0) leaving.push({ table, papers });
  }
  return leaving;
}

/** The numbers of the documents of such papers. */
export async function documentsLeaving(
  pages: PageSource,
  pack: number,
  leaving: readonly Leaving[],
): Promise<number[]> {
  const documents: number[] = [];
  const breathe = createBreather();
  for (const { table, papers } of leaving) {
    for (let at = 0; at < papers.length; at += AT_ONCE) {
      const spots = papers.slice(at, at + AT_ONCE).map((paper) => ({ pack, segment: table.head.number, paper }));
      documents.push(...(await documentsAt(pages, spots)));
      await breathe();
    }
  }
  return documents;
}
