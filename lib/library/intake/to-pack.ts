import type { PaperToImport } from '../../edit';
import { ExpectedError } from '../../errors';
import type { IntoPack, Outcome } from '../../intake';
import type { PackCounts, PackIntake, PackOutcome, PackPaper } from '../../pack';
import type { Destination, Persist } from './destination';

/** How papers are taken into a pack. */
export interface PackWriter {
  /** Begins, and gives the number of the intake; one that was begun before and not ended is taken back. */
  begin(intake: PackIntake): Promise<number>;
  /** Takes in a batch, counted from 0 on. The same batch again is answered as before. */
  add(intake: number, batch: number, papers: PackPaper[]): Promise<PackCounts>;
  end(intake: number): Promise<PackOutcome>;
  /** Takes all of it back. */
  cancel(intake: number): Promise<void>;
}

/** A pack: it has all that comes, or is as it was before. */
export class ToPack implements Destination {
  readonly takesMade = false;
  #intake: Promise<number> | undefined;
  #batch = 0;
  #taken = 0;

  constructor(
    private readonly pack: IntoPack,
    private readonly writer: PackWriter,
    private readonly persist: Persist,
  ) {}

  get taken(): number {
    return this.#taken;
  }

  async take(papers: readonly PaperToImport[]): Promise<void> {
    const { name } = this.pack;
    this.#intake ??= this.persist(() => this.writer.begin({ name, isWhole: true }));
    const intake = await this.#intake;
    const facts = papers.map((paper) => paper.facts);
    await this.persist(() => this.writer.add(intake, this.#batch, facts));
    this.#batch++;
    this.#taken += papers.length;
  }

  async end(isWhole: boolean): Promise<Outcome> {
    // What a file that breaks off does not say of the papers of a pack is no reason for them to leave it.
    if (this.pack.isThere && !isWhole) throw new ExpectedError(NOT_WHOLE);
    if (!this.#intake) return this.#outcome();
    const intake = await this.#intake;
    const { added, changed, reused, dropped } = await this.persist(() => this.writer.end(intake));
    return { ...this.#outcome(dropped), imported: added, updated: changed, unchanged: reused };
  }

  async giveUp(): Promise<Outcome> {
    try {
      const intake = await this.#intake;
      if (intake !== undefined) await this.persist(() => this.writer.cancel(intake));
    } catch {
      // Nothing is seen of an intake that has not come to its end, and the next one takes it back.
    }
    return this.#outcome();
  }

  #outcome(dropped = 0): Outcome {
    return { imported: 0, updated: 0, unchanged: 0, pack: { name: this.pack.name, dropped } };
  }
}

const NOT_WHOLE =
  'Not every file could be read to its end, and what is missing must not leave the pack. Choose whole files and try again.';
