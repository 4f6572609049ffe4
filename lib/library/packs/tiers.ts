import type { SegmentHead } from '../../segment';

/** So many segments of about one size become one of the next size. */
const FANOUT = 8;

/** How many papers make a segment of the smallest size: so many are held in memory while they come in. */
export const SEGMENT_PAPERS = 8192;

/**
 * The segments that are to become one: enough neighbours of about the same size, or one of which most has been deleted;
 * none where all is well. So each paper is written anew only as often as there are sizes, and a search has few segments
 * to read.
 *
 * @param segmentPapers how many papers make a segment of the smallest size.
 */
export function toMerge(segments: readonly SegmentHead[], segmentPapers: number): SegmentHead[] {
  const emptied = segments.find(({ papers, deleted }) => deleted > papers / 2);
  if (emptied) return [emptied];
  for (let at = 0; at + FANOUT <= segments.length; at++) {
    const run = segments.slice(at, at + FANOUT);
    const [first, ...others] = run.map((head) => sizeOf(head, segmentPapers));
    if (others.every((size) => size === first)) return run;
  }
  return [];
}

/** How many times a segment of the smallest size was made eight times as large to have these papers. */
function sizeOf({ papers, deleted }: SegmentHead, segmentPapers: number): number {
  return Math.max(0, Math.ceil(Math.log((papers - deleted) / segmentPapers) / Math.log(FANOUT)));
}
