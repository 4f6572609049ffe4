/** Blanks, breaks and letters that control a machine, but for a single blank between two words: most are that. */
const BREAKS = /(?! [^\s\p{Cc}])[\s\p{Cc}]+/gu;

/** A text on one line: its breaks and runs of blanks undone, letters that control a machine taken for blanks. */
export function onOneLine(text: string): string {
  return text.replace(BREAKS, ' ').trim();
}
