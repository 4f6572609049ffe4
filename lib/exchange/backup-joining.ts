import type { LibraryRecord, Paper, PaperId } from '../paper';
import type { FoundPaper, Place } from './format';

/** Joins each paper of a backup with what the person made of it, whichever of the two comes first. */
export class Joining {
  readonly #records = new Map<PaperId, FoundPaper>();
  readonly #joined = new Set<PaperId>();
  #papers: FoundPaper[] = [];

  addRecord(place: Place, { id, ...kept }: LibraryRecord): void {
    this.#records.set(id, { kind: 'paper', place, facts: { id }, kept });
  }

  /** Yields the papers that need not wait. Lists come one after the other: with a record before it, a paper is ready. */
  *addPaper(place: Place, paper: Paper): Generator<FoundPaper> {
    this.#papers.push({ kind: 'paper', place, facts: paper });
    if (this.#records.size > 0) yield* this.#join();
  }

  /** What is left at the end: papers that waited, and records whose papers are missing. */
  *rest(): Generator<FoundPaper> {
    yield* this.#join();
    for (const [id, record] of this.#records) if (!this.#joined.has(id)) yield record;
  }

  *#join(): Generator<FoundPaper> {
    for (const paper of this.#papers) {
      const { kept } = this.#records.get(paper.facts.id) ?? {};
      this.#joined.add(paper.facts.id);
      yield kept ? { ...paper, kept } : paper;
    }
    this.#papers = [];
  }
}
