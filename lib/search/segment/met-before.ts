import { paperIn } from './segment-table';
import type { SearchedSegment } from './search';

/** Which papers were met in segments that were gone through before: a paper that is in several packs counts once. */
export class MetBefore {
  readonly #segments: { segment: SearchedSegment; met: Uint8Array }[] = [];

  /**
   * @param met 1 for each of its papers that was met.
   */
  add(segment: SearchedSegment, met: Uint8Array): void {
    this.#segments.push({ segment, met });
  }

  /** Gives a function that tells of the code of a paper whether this was met in another pack than this one. */
  inOthers(pack: string): (code: number) => boolean {
    const others = this.#segments.filter(({ segment }) => segment.pack !== pack);
    return (code) => others.some(({ segment, met }) => met[paperIn(segment, code)] === 1);
  }
}
