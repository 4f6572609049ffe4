import type { LibraryRecord, Paper, PaperId } from '../paper';
import type { FoundPaper, Place } from './format';

/** Joins each paper of a backup with what the person made of it, whichever of the two comes first. */
export class Joining {
  /** Those whose papers have not come. */
  readonly #records = new Map<PaperId, FoundPaper>();
  #hasRecords = false;
  #papers: FoundPaper[] = [];

  addRecord(place: Place, { id, ...kept }: LibraryRecord): void {
    this.#hasRecords = true;
    this.#records.set(id, { kind: 'paper', place, facts: { id }, kept });
  }

  /** Yields the papers that need not wait. Lists come one after the other: with a record before it, a paper is ready. */
  *addPaper(place: Place, paper: Paper): Generator<FoundPaper> {
    this.#papers.push({ kind: 'paper', place, facts: paper });
    if (this.#hasRecords) yield* this.#join();
  }

  /** What is left at the end: papers that waited, and records without their papers. */
  *rest(): Generator<FoundPaper> {
    yield* this.#join();
    yield* this.#records.values();
  }

  *#join(): Generator<FoundPaper> {
    for (const paper of this.#papers.splice(0)) {
      const { kept } = this.#records.get(paper.facts.id) ?? {};
      this.#records.delete(paper.facts.id);
      yield kept ? { ...paper, kept } : paper;
    }
  }
}
