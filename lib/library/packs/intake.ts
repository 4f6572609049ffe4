import { codeOfId } from '../../arxiv/id-code';
import { ExpectedError } from '../../errors';
import { mergeFacts } from '../../facts';
import type { PackCounts, PackPaper } from '../../pack';
import { bare, type PaperId } from '../../paper';
import type { SegmentTable } from '../../search/segment/segment-table';
import { digestIn, readDigests } from '../../search/segment/tables';
import type { IndexedPaper } from '../../search/segment/write';
import type { PageSource } from '../../segment';
import type { Database } from '../../store/connection';
import { addBatch, addSegment, forgetSegments, readIntake } from '../../store/packs/intakes';
import type { Intake } from '../../store/schema';
import { createBreather } from '../breather';
import { type Digest, digestOf, isSame, textOf } from './digest';
import { documentsLeaving, papersLeaving } from './leaving';
import { type Neighbours, neighboursOf } from './merging';
import { placedPapers } from './placed-papers';
import { type PackTable, readSegmentTables, spotIn } from './tables';
import { type Written, writePapers } from './write';

/** Where papers are taken in. */
export interface Workplace {
  database: Database;
  pages: PageSource;
  /** How many papers make a segment of the smallest size: so many are held in memory while they come in. */
  segmentPapers: number;
}

/** Papers on their way into a pack, with what it takes to tell new ones from those that are there. */
export class OpenIntake {
  /** The papers that are in no segment yet, by their codes. */
  readonly #waiting = new Map<number, IndexedPaper>();
  readonly #digests = new Map<number, Promise<Uint32Array>>();
  #intake: Intake;
  #own: SegmentTable[];

  private constructor(
    private readonly place: Workplace,
    /** The segments of the pack as it is without these papers. */
    private readonly before: readonly SegmentTable[],
    intake: Intake,
    own: SegmentTable[],
  ) {
    this.#intake = intake;
    this.#own = own;
  }

  /**
   * Takes up an intake where it was left, also by a worker that died.
   *
   * @param isDamaged tells of a segment by its number whether something in it could not be read.
   * @throws {ExpectedError} where there is no such intake any more.
   */
  static async open(
    place: Workplace,
    number: number,
    packs: readonly PackTable[],
    isDamaged: (segment: number) => boolean,
  ): Promise<OpenIntake> {
    let intake = await readIntake(place.database, number);
    const heads = intake.segments.filter((head) => !isDamaged(head.number));
    const tables = await readSegmentTables(place.pages, heads);
    if (tables.size < intake.segments.length) intake = await forgetSegments(place.database, intake);
    const before = packs.find(({ pack }) => pack.name === intake.name);
    const open = new OpenIntake(place, before?.segments ?? [], intake, inOrder(intake, tables));
    await open.#takeUp();
    return open;
  }

  /** Brings those of its papers to mind that are in no segment. */
  async #takeUp(): Promise<void> {
    const { pack, indexedTo, nextPlace } = this.#intake;
    const breathe = createBreather();
    for await (const placed of placedPapers(this.place.database, pack, indexedTo, nextPlace)) {
      const { code, place, paper } = placed;
      // A paper that came again after it had been written into a segment is there twice.
      if (this.#waiting.has(code) || this.#waiting.size >= this.place.segmentPapers) await this.flush(place);
      this.#waiting.set(code, { ...placed, digest: digestOf(textOf(paper)) });
      await breathe();
    }
  }

  get intake(): Intake {
    return this.#intake;
  }

  /** The segments that were written for it. */
  get own(): readonly SegmentTable[] {
    return this.#own;
  }

  /**
   * Takes in a batch, all of it or nothing. Resolves when it is kept, also if the worker dies; the same batch again is
   * answered as before.
   *
   * @param batch counted from 0 on.
   * @param removed papers that leave the pack.
   */
  async add(batch: number, papers: readonly PackPaper[], removed: readonly PaperId[]): Promise<PackCounts> {
    const { lastBatch, lastCounts, nextPlace } = this.#intake;
    if (batch === lastBatch) return lastCounts;
    if (batch !== lastBatch + 1) {
      throw new ExpectedError('Papers came out of their order. What was there before is as it was: import it again.');
    }
    const counts = { added: 0, changed: 0, reused: 0 };
    const codes = new Set<number>();
    const arrived = new Map<number, IndexedPaper>();
    const breathe = createBreather();
    let [next, bytes] = [nextPlace, 0];
    for (const { id, ...facts } of papers) {
      const paper = mergeFacts(bare(id), facts);
      const text = textOf(paper);
      const [digest, code] = [digestOf(text), codeOfId(id)];
      const isFirst = !codes.has(code);
      codes.add(code);
      const waiting = arrived.get(code) ?? this.#waiting.get(code);
      const known = waiting?.digest ?? (await this.#digestOf(code));
      if (known && isSame(known, digest)) {
        if (isFirst) counts.reused++;
        continue;
      }
      if (isFirst) counts[known ? 'changed' : 'added']++;
      arrived.set(code, { code, place: waiting?.place ?? next++, digest, paper });
      bytes += text.length;
      await breathe();
    }
    this.#intake = await addBatch(
      this.place.database,
      this.#intake,
      { codes: Uint32Array.from(codes), removed: Uint32Array.from(removed, codeOfId) },
      [...arrived.values()],
      {
        counts: sum(this.#intake.counts, counts),
        bytes: this.#intake.bytes + bytes,
        lastCounts: counts,
        nextPlace: next,
      },
    );
    for (const [code, paper] of arrived) this.#waiting.set(code, paper);
    if (this.#waiting.size >= this.place.segmentPapers) await this.flush();
    return counts;
  }

  /**
   * Brings the papers that wait into a segment.
   *
   * @param to up to which place these are all.
   */
  async flush(to = this.#intake.nextPlace): Promise<void> {
    if (this.#waiting.size === 0) return;
    const papers = [...this.#waiting.values()].sort((one, other) => one.code - other.code);
    const made = await writePapers(this.place.database, papers, this.#intake.lengths);
    await this.#refer(
      await addSegment(this.place.database, this.#intake, made, {
        lengths: made.lengths,
        indexedTo: to,
      }),
    );
    this.#waiting.clear();
  }

  /** Which of its own segments are to become one. */
  get neighbours(): Neighbours | undefined {
    return neighboursOf(this.#intake, this.#own, this.place.segmentPapers);
  }

  /** Has it refer to a segment that was made of several of its own. */
  async replace(tables: readonly SegmentTable[], made: Written): Promise<void> {
    const { database, pages } = this.place;
    const documents = await documentsLeaving(pages, this.#intake.pack, await papersLeaving(tables, () => true));
    const gone = tables.map(({ head }) => head);
    await this.#refer(await addSegment(database, this.#intake, made, { gone, documents }));
    for (const { number } of gone) this.#digests.delete(number);
  }

  async #refer(intake: Intake): Promise<void> {
    this.#own = inOrder(intake, await readSegmentTables(this.place.pages, intake.segments, this.#own));
    this.#intake = intake;
  }

  /** The digest of a paper as a segment of the intake or of the pack has it. */
  async #digestOf(code: number): Promise<Digest | undefined> {
    const { pack } = this.#intake;
    const spot = spotIn(pack, this.#own, code) ?? spotIn(pack, this.before, code);
    const table = [...this.#own, ...this.before].find(({ head }) => head.number === spot?.segment);
    if (!spot || !table) return undefined;
    const digests = this.#digests.get(spot.segment) ?? readDigests(table.head, this.place.pages);
    this.#digests.set(spot.segment, digests);
    return digestIn(await digests, spot.paper);
  }
}

function inOrder({ segments }: Intake, tables: ReadonlyMap<number, SegmentTable>): SegmentTable[] {
  return segments.flatMap(({ number }) => tables.get(number) ?? []);
}

function sum(one: PackCounts, other: PackCounts): PackCounts {
  return {
    added: one.added + other.added,
    changed: one.changed + other.changed,
    reused: one.reused + other.reused,
  };
}
