import { idOfCode } from '../../arxiv/id-code';
import type { PaperId } from '../../paper';
import { placeOf, type SegmentTable } from '../../search/segment/segment-table';

/** The ids of so many papers of some segments, the newest first. */
export function newestOf(segments: readonly SegmentTable[], limit: number): PaperId[] {
  const codes = segments.flatMap(({ ids, deleted }) => {
    const newest: number[] = [];
    for (let paper = ids.length - 1; paper >= 0 && newest.length < limit; paper--) {
      const code = ids[paper];
      if (code !== undefined && placeOf(deleted, paper) < 0) newest.push(code);
    }
    return newest;
  });
  return codes
    .sort((one, other) => other - one)
    .slice(0, limit)
    .map(idOfCode);
}
