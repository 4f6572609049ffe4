/** What no file of these formats may hold: control characters that are no blanks, and halves of surrogate pairs. */
const UNPRINTABLE = /(?!\s)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text on one line: any run of blanks is one, and what cannot be printed is left out. */
export function onOneLine(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(/\s+/g, ' ').trim();
}

/** A text in lines that end in `\n`, without the blank around it and without what cannot be printed. */
export function inLines(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(/\r\n?/g, '\n').trim();
}
