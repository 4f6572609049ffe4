import type { PaperId } from '../paper';
import { beginningsIn } from './beginnings';
import { read, slot, slotsFor, WINDOW } from './fingerprint';
import { letterOf, NONE, withoutCommands } from './letters';
import type { TitleEntry, TitleTable } from './table';

/** A title found in a text: from `start` to `end` stand its letters. */
export interface FoundTitle {
  id: PaperId;
  start: number;
  end: number;
  isShort: boolean;
}

/** The titles of a table, ready to be looked for. */
export class Titles {
  readonly #entries = new Map<number, TitleEntry[]>();
  /** Whether any title may begin so: this spares nearly every letter of a page the look at the map. */
  readonly #filter: Uint8Array;

  constructor(table: TitleTable) {
    this.#filter = new Uint8Array(slotsFor(table.length));
    for (const entry of table) {
      const [, , beginning] = entry;
      this.#entries.set(beginning, [...(this.#entries.get(beginning) ?? []), entry]);
      this.#filter[slot(beginning) & (this.#filter.length - 1)] = 1;
    }
  }

  /** Every place of a text where the letters of a title stand, in order. */
  in(words: string): FoundTitle[] {
    if (this.#entries.size === 0) return [];
    const text = withoutCommands(words);
    const found: FoundTitle[] = [];
    const places = beginningsIn(text, this.#filter);
    for (let next = 0; next < places.length; next += 2) {
      const entries = this.#entries.get(places[next + 1] as number);
      if (entries) found.push(...begunBefore(places[next] as number, text, entries));
    }
    return found;
  }
}

/** Those of some titles with the same first letters that stand where the last one of these letters is. */
function begunBefore(at: number, text: string, entries: readonly TitleEntry[]): FoundTitle[] {
  let start = at;
  for (let left = WINDOW - 1; left > 0; left--) while (letterOf(text.charCodeAt(--start)) === NONE);
  return entries.flatMap(([id, length, , fingerprint, isShort]) => {
    const { end, fingerprint: own } = read(text, start, length);
    return own === fingerprint ? [{ id, start, end, isShort: isShort === 1 }] : [];
  });
}
