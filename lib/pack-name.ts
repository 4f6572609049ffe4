/** What a pack may be called: anything that the filter `pack:"NAME"` can name, and tell from all others. */

/** In letters. */
export const MAX_PACK_NAME = 60;

/** What keyboards have for a quotation mark: between two of them a filter takes its value. */
const QUOTE = /["“”„]/u;

/** A name as packs have it: letters in their plain forms, and one space where there is any. */
export function tidyPackName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * Why a pack cannot have this name, as a sentence for the person; undefined where it can.
 *
 * @param taken the names that other packs have.
 */
export function objectionToName(name: string, taken: readonly string[] = []): string | undefined {
  const tidy = tidyPackName(name);
  if (tidy === '') return 'Give the pack a name.';
  if (tidy.length > MAX_PACK_NAME) return `A name can have at most ${MAX_PACK_NAME} letters.`;
  if (QUOTE.test(tidy)) return 'A name cannot have quotation marks.';
  if (!/[\p{L}\p{N}]/u.test(tidy)) return 'A name needs at least one letter or digit.';
  const other = taken.find((each) => fold(each) === fold(tidy));
  return other === undefined ? undefined : `There is a pack “${other}” already. Choose another name.`;
}

/** A name for a pack from what a file is called, if possible one that no other pack has. */
export function nameFromFile(file: string, taken: readonly string[]): string {
  const stem = file.replace(/\.gz$/i, '').replace(/(?<=.)\.\w{1,8}$/u, '');
  const name = tidyPackName(tidyPackName(stem.replace(/_/g, ' ')).replace(new RegExp(QUOTE, 'gu'), ''));
  const numbered = (number: number) => `${name.slice(0, MAX_PACK_NAME - 4).trim()} ${number}`;
  const isTaken = (proposed: string) => taken.some((each) => fold(each) === fold(proposed));
  let proposed = tidyPackName(name.slice(0, MAX_PACK_NAME));
  for (let number = 2; isTaken(proposed); number++) proposed = numbered(number);
  return proposed;
}

/** A name as names are told apart: without case and accents. */
function fold(name: string): string {
  return tidyPackName(name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
}
