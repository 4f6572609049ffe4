import { foldTerm } from './fold';

/** A stretch of a text, and whether it is a word to mark. */
export interface Segment {
  text: string;
  marked: boolean;
}

/**
 * The separators of MiniSearch's default tokenizer, which made the terms that are looked for here. Written again
 * because importing MiniSearch would add its 6 kB to what the popup loads before it can show a result.
 */
const SEPARATORS = /([\n\r\p{Z}\p{P}]+)/u;

/**
 * Splits a text so that each word which folds to one of the terms stands alone and is marked. Neighbours that are not
 * marked stand together. No character is lost or changed: joined, the segments are the text.
 *
 * @param terms words as the index holds them.
 */
export function segments(text: string, terms: readonly string[]): Segment[] {
  const wanted = new Set(terms.map(foldTerm));
  const found: Segment[] = [];
  for (const part of text.split(SEPARATORS)) {
    if (part === '') continue;
    const marked = wanted.has(foldTerm(part));
    const last = found.at(-1);
    if (last && !marked && !last.marked) last.text += part;
    else found.push({ text: part, marked });
  }
  return found;
}
