import type { PaperId } from '../paper';
import { lastOf, read, shift, WINDOW } from './fingerprint';
import { letterOf, NONE } from './letters';
import type { TitleEntry, TitleTable } from './table';
import { readingsOf } from './tex';

/** More than these are not handed to every page: they are about 200 kB. */
export const MAX_TITLES = 5000;

const FEW_WORDS = 4;

/** Compiles titles; where there are too many, the first ones are taken. */
export function compileTitles(titles: Iterable<{ id: PaperId; title: string }>): TitleTable {
  const table: TitleEntry[] = [];
  for (const { id, title } of titles) {
    for (const reading of readingsOf(title)) {
      const codes = Array.from({ length: reading.length }, (_, at) => letterOf(reading.charCodeAt(at)));
      const letters = codes.filter((letter) => letter !== NONE);
      if (letters.length < WINDOW) continue;
      if (table.length === MAX_TITLES) return table;
      const words = reading.match(/[\p{L}\p{N}]+/gu) ?? [];
      const beginning = lastOf(letters.slice(0, WINDOW).reduce(shift, 0));
      const { fingerprint } = read(reading, 0, letters.length);
      table.push([id, letters.length, beginning, fingerprint, words.length < FEW_WORDS ? 1 : 0]);
    }
  }
  return table;
}
