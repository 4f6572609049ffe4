import type { FoundTitle } from './table';

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
    !/(?:\p{L}\s*|[\p{L}\p{N}]-?)$/u.test(words.slice(0, start)) &&
    !/^(?:\s*[\p{L}\p{N}:]|-\p{L})/u.test(words.slice(end))
  );
}
