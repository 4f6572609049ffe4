import type { PackWriter } from '../../../lib/harvest/outside';
import { MAX_PACKED, type PackCounts, type PackIntake, type PackPaper } from '../../../lib/pack';
import type { PaperId } from '../../../lib/paper';

interface Intake extends PackIntake {
  batches: number;
  /** The pack as it will be. */
  papers: Map<PaperId, PackPaper>;
  told: Set<PaperId>;
}

/** Packs that outlive the workers of a test. */
export class MemoryPacks implements PackWriter {
  readonly packs = new Map<string, Map<PaperId, PackPaper>>();
  isDiskFull = false;
  private readonly intakes = new Map<number, Intake>();
  private readonly ended = new Set<number>();
  private numbers = 0;

  async begin(intake: PackIntake): Promise<number> {
    for (const [number, { name }] of this.intakes) if (name === intake.name) this.intakes.delete(number);
    const papers = new Map(this.packs.get(intake.name));
    this.intakes.set(++this.numbers, { ...intake, batches: 0, papers, told: new Set() });
    return this.numbers;
  }

  async nextBatch(intake: number): Promise<number | undefined> {
    return this.intakes.get(intake)?.batches;
  }

  async add(
    intake: number,
    batch: number,
    papers: readonly PackPaper[],
    removed: readonly PaperId[],
  ): Promise<PackCounts> {
    if (this.isDiskFull) throw new Error('The disk is full.');
    const into = this.intakes.get(intake);
    if (!into) throw new Error(`There is no intake ${intake}.`);
    if (papers.length + removed.length > MAX_PACKED) throw new Error('There are too many at once.');
    if (batch !== into.batches) throw new Error(`Batch ${batch} came in the place of ${into.batches}.`);
    const counts = { added: 0, changed: 0, reused: 0 };
    for (const paper of papers) {
      const known = into.papers.get(paper.id);
      counts[known ? (JSON.stringify(known) === JSON.stringify(paper) ? 'reused' : 'changed') : 'added']++;
      into.papers.set(paper.id, paper);
      into.told.add(paper.id);
    }
    for (const id of removed) into.papers.delete(id);
    into.batches++;
    return counts;
  }

  async end(intake: number): Promise<void> {
    if (this.ended.has(intake)) return;
    const ended = this.intakes.get(intake);
    if (!ended) throw new Error(`There is no intake ${intake}.`);
    if (this.isDiskFull) throw new Error('The disk is full.');
    for (const id of ended.papers.keys()) if (ended.isWhole && !ended.told.has(id)) ended.papers.delete(id);
    this.packs.set(ended.name, ended.papers);
    this.intakes.delete(intake);
    this.ended.add(intake);
  }

  async cancel(intake: number): Promise<void> {
    this.intakes.delete(intake);
  }

  /** How many intakes were begun and neither ended nor given up. */
  get open(): number {
    return this.intakes.size;
  }
}
