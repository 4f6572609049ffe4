/**
 * The letters and digits of a text are what is the same in all the ways in which one title is written: case, accents,
 * punctuation, spaces, hyphens and line breaks aside.
 */

/** What stands for a code unit that is neither letter nor digit. */
export const NONE = 1;

/** What each code unit stands for; 0 where nobody has asked yet. */
const letters = new Uint16Array(1 << 16);

/** The letter or digit that a code unit stands for, as the code of a small letter without accents; NONE for others. */
export function letterOf(code: number): number {
  return letters[code] || (letters[code] = fold(String.fromCharCode(code)));
}

function fold(sign: string): number {
  const base = sign.normalize('NFKD').toLowerCase();
  return /^[\p{L}\p{N}]/u.test(base) ? base.charCodeAt(0) : NONE;
}

/** A command of TeX. */
export const COMMAND = /\\[a-z]+/gi;

/** A text in which blanks stand in the place of TeX's commands, so that every letter stays where it was. */
export function withoutCommands(text: string): string {
  return !text.includes('\\') ? text : text.replace(COMMAND, (command) => ' '.repeat(command.length));
}
