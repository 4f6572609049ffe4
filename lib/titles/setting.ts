import type { FoundTitle } from './titles';

/** Set between lines in words that are read for titles: what comes after it is another thing, though without a stop. */
export const LINE_END = '\u2028';

/** Whether words hold a title and not one letter more. */
export function isAllOf(words: string, { start, end }: FoundTitle): boolean {
  return !/[\p{L}\p{N}]/u.test(words.slice(0, start) + words.slice(end));
}

/**
 * Whether a title is set off from the words around it, as it is in a reference. A title that goes on, in plain words or
 * after a colon, is another paper's: "Attention Is All You Need in Speech Separation".
 */
export function isSetOff(words: string, { start, end }: FoundTitle): boolean {
  return (
    !/(?:\p{L}[^\S\u2028]*|[\p{L}\p{N}]-?)$/u.test(words.slice(0, start)) &&
    !/^(?:[^\S\u2028]*[\p{L}\p{N}:]|-\p{L})/u.test(words.slice(end))
  );
}
