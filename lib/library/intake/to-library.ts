import { type Change, type Import, type ImportOutcome, newOperation, type PaperToImport } from '../../edit';
import type { Outcome } from '../../intake';
import type { PaperId } from '../../paper';
import type { Destination, Persist } from './destination';

/** Of so many papers it is known whether they were counted; one that is repeated after them is counted again. */
const MAX_COUNTED = 200_000;

/** In changes: more are not taken back at one go. */
const MAX_UNDO = 10_000;

/** Takes papers in all together or not at all; asked for twice, they are taken in once. */
export type ImportBatch = (batch: Import) => Promise<ImportOutcome>;

/** The library: what was taken in stays, whatever comes after it. */
export class ToLibrary implements Destination {
  readonly takesMade = true;
  #imported = 0;
  #changed = 0;
  #unchanged = 0;
  /** Whether each paper that was counted was changed. */
  readonly #counted = new Map<PaperId, boolean>();
  #undo: Change[] | undefined = [];

  constructor(
    private readonly importBatch: ImportBatch,
    private readonly persist: Persist,
  ) {}

  get taken(): number {
    return this.#changed + this.#unchanged;
  }

  async take(papers: readonly PaperToImport[]): Promise<void> {
    const batch = { operation: newOperation(), items: [...papers] };
    const { imported, changed, undo } = await this.persist(() => this.importBatch(batch));
    const isChanged = new Set(changed);
    for (const id of new Set(papers.map(({ facts }) => facts.id))) this.#count(id, isChanged.has(id));
    this.#imported += imported;
    // The last change is taken back first.
    if (this.#undo) this.#undo = this.#undo.length + undo.length > MAX_UNDO ? undefined : [...undo, ...this.#undo];
  }

  async end(): Promise<Outcome> {
    return {
      imported: this.#imported,
      updated: this.#changed - this.#imported,
      unchanged: this.#unchanged,
      ...(this.#undo && this.#undo.length > 0 && { undo: this.#undo }),
    };
  }

  giveUp(): Promise<Outcome> {
    return this.end();
  }

  #count(id: PaperId, isChanged: boolean): void {
    const before = this.#counted.get(id);
    if (before === undefined) {
      if (isChanged) this.#changed++;
      else this.#unchanged++;
      if (this.#counted.size < MAX_COUNTED) this.#counted.set(id, isChanged);
    } else if (isChanged && !before) {
      this.#unchanged--;
      this.#changed++;
      this.#counted.set(id, true);
    }
  }
}
