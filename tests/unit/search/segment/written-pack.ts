import { codeOfId } from '../../../../lib/arxiv/id-code';
import type { Paper } from '../../../../lib/paper';
import { mergeSegments } from '../../../../lib/search/segment/merge';
import type { SearchedSegment } from '../../../../lib/search/segment/search';
import { readNorms } from '../../../../lib/search/segment/tables';
import { writeSegment, type SegmentSummary } from '../../../../lib/search/segment/write';
import type { Page } from '../../../../lib/segment';
import { printsOf } from '../../../../lib/trace/prints';
import type { MemoryPages } from './memory-pages';
import type { NaivePack } from './naive';

/** A pack of which the segments are in memory, and what of it a naive search looks at. */
export interface WrittenPack {
  /** Writes papers into a segment; those that an earlier one has leave that. */
  add(papers: readonly Paper[]): Promise<void>;
  remove(codes: readonly number[]): void;
  /** Makes one segment of so many, from this one on, where there are as many. */
  merge(from: number, count: number): Promise<void>;
  searched(): Promise<SearchedSegment[]>;
  naive(): NaivePack;
}

interface Segment {
  number: number;
  papers: readonly Paper[];
  bytes: number;
  gone: Set<number>;
}

/** What a search is told where the person keeps nothing. */
export const NOTHING_KEPT = { isLeftOut: () => false, isMade: () => false };

/**
 * @param first the number of the first segment.
 */
export function createPack(name: string, pages: MemoryPages, first = 1): WrittenPack {
  let segments: Segment[] = [];
  let next = first;
  let lengths: number[] = [];
  let firstPapers: readonly Paper[] | undefined;

  async function write(
    papers: readonly Paper[],
    made: Iterator<Page | undefined, SegmentSummary> | AsyncIterator<Page | undefined, SegmentSummary>,
  ): Promise<Segment> {
    const segment = { number: next++, papers, bytes: 0, gone: new Set<number>() };
    for (;;) {
      const { done, value } = await made.next();
      if (done) {
        lengths = value.lengths;
        return segment;
      }
      if (!value) continue;
      pages.put(segment.number, value);
      segment.bytes += value.bytes.length;
    }
  }

  function remove(codes: readonly number[]): void {
    for (const { papers, gone } of segments) {
      for (const { id } of papers) if (codes.includes(codeOfId(id))) gone.add(codeOfId(id));
    }
  }

  async function searchedOf({ number, papers, bytes, gone }: Segment): Promise<SearchedSegment> {
    const [norms = []] = await pages.read([{ segment: number, file: 'norms', from: 0, to: Number.MAX_SAFE_INTEGER }]);
    const ids = Uint32Array.from(papers, ({ id }) => codeOfId(id));
    const deleted = Uint32Array.from([...ids.keys()].filter((at) => gone.has(ids[at] ?? 0)));
    const head = { number, papers: papers.length, deleted: deleted.length, bytes };
    return { head, pack: name, ids, norms: readNorms(head, norms), deleted };
  }

  return {
    async add(papers) {
      if (papers.length === 0) return;
      const inOrder = papers.toSorted((one, other) => codeOfId(one.id) - codeOfId(other.id));
      const indexed = inOrder.map((paper, place) => ({
        code: codeOfId(paper.id),
        place,
        digest: [place, next] as const,
        paper,
      }));
      remove(indexed.map(({ code }) => code));
      firstPapers ??= inOrder;
      segments.push(await write(inOrder, writeSegment(indexed, lengths, printsOf)));
    },
    remove,
    async merge(from, count) {
      const parts = segments.slice(from, from + count);
      if (parts.length === 0) return;
      const papers = parts.flatMap(({ papers: own, gone }) => own.filter(({ id }) => !gone.has(codeOfId(id))));
      const inOrder = papers.sort((one, other) => codeOfId(one.id) - codeOfId(other.id));
      const made = await write(inOrder, mergeSegments(await Promise.all(parts.map(searchedOf)), pages, lengths));
      segments = segments.toSpliced(from, count, made);
    },
    searched: () => Promise.all(segments.map(searchedOf)),
    naive: () => ({ name, segments, first: firstPapers ?? [] }),
  };
}
