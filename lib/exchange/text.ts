/** What a text must not hold that programs read: control characters but blanks, halves of pairs, what Unicode never uses. */
const UNPRINTABLE = /(?!\s)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** A text on one line: any run of blanks is one, and what cannot be printed is left out. */
export function onOneLine(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(/\s+/g, ' ').trim();
}

/** A text in lines that end in `\n`, without the blank around it and without what cannot be printed. */
export function inLines(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(/\r\n?/g, '\n').trim();
}
