import type { Place } from '../../exchange/format';
import type { IntakeResult, Remark } from '../../intake';

/** A list that is longer is not read, and one file of another format has no more than a few lines of its own. */
const MAX_LISTED = 1000;

/** What there is to say of files and records beside what came of their papers. */
export class Remarks {
  #skipped = 0;
  #isWhole = true;
  readonly #skippedList: Remark[] = [];
  readonly #remarks: Remark[] = [];

  /** Whether every file could be read to its end. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** @param place empty where it is the file, or the rest of it, that is left out. */
  skip(file: string, place: Place, why: string): void {
    this.#skipped++;
    if (place.line === undefined && place.record === undefined) this.#isWhole = false;
    if (this.#skippedList.length < MAX_LISTED) this.#skippedList.push({ file, ...place, why });
  }

  remark(file: string, why: string): void {
    this.#remarks.push({ file, why });
  }

  /** @param files their names, in order: so the list of what was skipped is put. */
  all(files: readonly string[]): Pick<IntakeResult, 'skipped' | 'skippedList' | 'remarks'> {
    const fileOf = ({ file }: Remark) => files.indexOf(file);
    const inOrder = this.#skippedList.toSorted(
      (one, other) => fileOf(one) - fileOf(other) || placeOf(one) - placeOf(other),
    );
    return { skipped: this.#skipped, skippedList: inOrder, remarks: this.#remarks };
  }
}

/** What is said of a file as a whole is said at its end. */
function placeOf({ line, record }: Remark): number {
  return line ?? record ?? Number.MAX_SAFE_INTEGER;
}
