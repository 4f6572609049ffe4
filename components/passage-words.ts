import type { ListedPassage } from '../lib/passage';

/** About two lines of the popup; what is not much longer is shown as a whole. */
const SHOWN = 170;

/** At most 110 letters from the beginning and 50 from the end, parted between two words where there are any. */
const BEGINNING = /^(?:.{60,110}(?!\S)|.{110})/su;
const END = /(?<!\S)\S.{0,49}$/su;
const END_OF_NO_WORDS = /.{50}$/su;

/** The words of a passage on one line; where they are many, without those in the middle. */
export function shortened(text: string): string {
  const line = onOneLine(text);
  if (Array.from(line).length <= SHOWN) return line;
  const [beginning = ''] = BEGINNING.exec(line) ?? [];
  const [end = ''] = END.exec(line) ?? END_OF_NO_WORDS.exec(line) ?? [];
  return `${beginning} … ${end}`;
}

/** A text as a browser shows it whose lines mean nothing. */
export function onOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

/** `31 words`. */
export function lengthOf({ words, isExact }: Pick<ListedPassage, 'words' | 'isExact'>): string {
  return isExact ? `${words} words` : `at least ${words} words`;
}
