/** Blanks, breaks and letters that control a machine, but for a single blank between two words: most are that. */
const BREAKS = /(?! [^\s\p{Cc}])[\s\p{Cc}]+/gu;

/** What is no letter of any text: halves of pairs, and what Unicode never uses. */
const NO_LETTERS = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** A text on one line: its breaks and runs of blanks undone, letters that control a machine taken for blanks. */
export function onOneLine(text: string): string {
  return text.replace(NO_LETTERS, '').replace(BREAKS, ' ').trim();
}

/** Letters that control a machine, but for those that are blanks. */
const CONTROLS = /(?!\s)\p{Cc}/gu;

/** A text in lines that end in `\n`, without the blank around it and without what cannot be printed. */
export function inLines(text: string): string {
  return text.replace(NO_LETTERS, '').replace(CONTROLS, '').replace(/\r\n?/g, '\n').trim();
}
