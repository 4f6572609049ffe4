import { inTurn } from '../../in-turn';
import { DamagedSegment } from '../../search/segment/format';
import type { SegmentTable } from '../../search/segment/segment-table';
import type { PageSource, SegmentHead } from '../../segment';
import type { Database } from '../../store/connection';
import { type BegunSegment, beginSegment } from '../../store/packs/intakes';
import type { Pack } from '../../store/schema';
import { toMerge } from './tiers';
import { writeMerged, type Written } from './write';

/** Segments that are to become one: some of those of a pack, or of an intake. */
export interface Neighbours {
  tables: readonly SegmentTable[];
  /** The mean lengths of the fields by which they were written. */
  lengths: readonly number[];
}

/**
 * Which segments of a pack or of an intake are to become one; undefined where all is well.
 *
 * @param tables of its segments.
 * @param segmentPapers how many papers make a segment of the smallest size.
 */
export function neighboursOf(
  { segments, lengths }: Pick<Pack, 'segments' | 'lengths'>,
  tables: readonly SegmentTable[],
  segmentPapers: number,
): Neighbours | undefined {
  const wanted = toMerge(segments, segmentPapers);
  const found = tables.filter(({ head }) => wanted.some(({ number }) => number === head.number));
  // One that is damaged is written anew first.
  return wanted.length > 0 && found.length === wanted.length ? { tables: found, lengths } : undefined;
}

/** Whether these are still among some segments as they were when they were read: no paper has left them since. */
export function areAmong(segments: readonly SegmentHead[], tables: readonly SegmentTable[]): boolean {
  return tables.every(({ head }) =>
    segments.some(({ number, deleted }) => number === head.number && deleted === head.deleted),
  );
}

/** Those who have segments. */
export interface Holders {
  /** Does something while nobody changes anything of packs, once nothing of them is damaged. */
  onWhole<Result>(work: (database: Database) => Promise<Result>): Promise<Result>;
  /** What is to be merged next. */
  next(database: Database): Promise<Neighbours | undefined>;
  /** Has whoever still has these segments as they were refer to the one made of them; where nobody has, nothing comes of it. */
  replace(database: Database, tables: readonly SegmentTable[], made: Written): Promise<void>;
  /** Hears of a segment that cannot be read: it is to be written anew. */
  damaged(segment: DamagedSegment): void;
}

/** So often a merge is begun again because a part of the index is damaged: a disk may damage what is mended too. */
const MOST_DAMAGES = 8;

/**
 * Makes few segments out of many, one merge at a time. While one is being written whatever else is done with packs goes on,
 * since nothing refers to it yet: only where it begins and where it is referred to nobody changes anything of packs.
 */
export class Merging {
  readonly #turn = inTurn();
  #isBeside = false;
  #underWay: (BegunSegment & { abandoning: AbortController }) | undefined;

  constructor(
    private readonly pages: PageSource,
    private readonly holders: Holders,
  ) {}

  /** The number of the segment that is being written, which is not left over though nothing refers to it. */
  get writing(): number | undefined {
    return this.#underWay?.segment;
  }

  /** Nobody waits for it: if it fails, whoever takes papers in next begins it again. */
  begin(): void {
    if (this.#isBeside) return;
    this.#isBeside = true;
    this.all()
      .catch(() => undefined)
      .finally(() => (this.#isBeside = false));
  }

  /** Resolves when there is nothing to merge any more. */
  all(): Promise<void> {
    return this.#turn(async () => {
      for (let damages = 0; ;) {
        try {
          if (!(await this.#mergeNext())) return;
        } catch (error) {
          if (!(error instanceof DamagedSegment) || ++damages > MOST_DAMAGES) throw error;
          this.holders.damaged(error);
        }
      }
    });
  }

  /** Nothing comes of what is being merged; what was written of it is left over. */
  abandon(): void {
    this.#underWay?.abandoning.abort();
  }

  /** @returns whether there was anything to merge. */
  async #mergeNext(): Promise<boolean> {
    const begun = await this.holders.onWhole((database) => this.#beginNext(database));
    if (!begun) return false;
    const { signal } = begun.abandoning;
    try {
      const made = await writeMerged(begun.database, begun, { ...begun.neighbours, pages: this.pages, signal });
      await this.holders.onWhole(async (database) => {
        if (!signal.aborted) await this.holders.replace(database, begun.neighbours.tables, made);
      });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#underWay = undefined;
    }
    return true;
  }

  async #beginNext(database: Database) {
    const neighbours = await this.holders.next(database);
    if (!neighbours) return undefined;
    this.#underWay = { ...(await beginSegment(database)), abandoning: new AbortController() };
    return { ...this.#underWay, database, neighbours };
  }
}
