import { MAX_PACKED, type PackPaper } from '../pack';
import type { PaperId } from '../paper';

/** Papers that are taken into a pack together, and those that leave it. */
export interface Batch {
  papers: PackPaper[];
  removed: PaperId[];
}

/** What a part tells of papers, in as few batches as may be; undefined stands for one that is taken out. */
export function batchesOf(told: readonly (readonly [PaperId, PackPaper | undefined])[]): Batch[] {
  const batches: Batch[] = [];
  for (let from = 0; from < told.length; from += MAX_PACKED) {
    const some = told.slice(from, from + MAX_PACKED);
    batches.push({
      papers: some.flatMap(([, paper]) => paper ?? []),
      removed: some.filter(([, paper]) => !paper).map(([id]) => id),
    });
  }
  return batches;
}
