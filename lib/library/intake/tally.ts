import type { Change, ImportOutcome } from '../../edit';
import type { Place } from '../../exchange/format';
import type { IntakeResult, Remark } from '../../intake';
import type { PaperId } from '../../paper';

/** Of so many papers it is known whether they were counted; one that is repeated after them is counted again. */
const MAX_COUNTED = 200_000;

/** A list that is longer is not read, and one file of another format has no more than a few lines of its own. */
const MAX_LISTED = 1000;

/** In changes: more are not taken back at one go. */
const MAX_UNDO = 10_000;

/** Counts what comes of an intake. */
export class Tally {
  #imported = 0;
  #changed = 0;
  #unchanged = 0;
  #skipped = 0;
  readonly #skippedList: Remark[] = [];
  readonly #remarks: Remark[] = [];
  /** Whether each paper that was counted was changed. */
  readonly #counted = new Map<PaperId, boolean>();
  #undo: Change[] | undefined = [];

  /** Papers that were taken in. */
  get records(): number {
    return this.#changed + this.#unchanged;
  }

  took(ids: Iterable<PaperId>, { imported, changed, undo }: ImportOutcome): void {
    const isChanged = new Set(changed);
    for (const id of new Set(ids)) this.#count(id, isChanged.has(id));
    this.#imported += imported;
    // The last change is taken back first.
    if (this.#undo) this.#undo = this.#undo.length + undo.length > MAX_UNDO ? undefined : [...undo, ...this.#undo];
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

  skip(file: string, place: Place, why: string): void {
    this.#skipped++;
    if (this.#skippedList.length < MAX_LISTED) this.#skippedList.push({ file, ...place, why });
  }

  remark(file: string, why: string): void {
    this.#remarks.push({ file, why });
  }

  /** @param files their names, in order: so the list of what was skipped is put. */
  result(files: readonly string[]): IntakeResult {
    const fileOf = ({ file }: Remark) => files.indexOf(file);
    // What is said of a file as a whole is said at its end.
    const placeOf = ({ line, record }: Remark) => line ?? record ?? Number.MAX_SAFE_INTEGER;
    const inOrder = this.#skippedList.toSorted(
      (one, other) => fileOf(one) - fileOf(other) || placeOf(one) - placeOf(other),
    );
    return {
      imported: this.#imported,
      updated: this.#changed - this.#imported,
      unchanged: this.#unchanged,
      skipped: this.#skipped,
      skippedList: inOrder,
      remarks: this.#remarks,
      ...(this.#undo && this.#undo.length > 0 && { undo: this.#undo }),
    };
  }
}
