import type { Passage, PassageOnPage } from '../passage';
import { isConnected, rootNode } from './dom';
import type { Mark } from './marks';
import type { TextPlace } from './text-places';
import type { Piece, Words } from './words';

/** Where a stretch of words begins and ends: its first and its last letter. */
interface Ends {
  first: TextPlace;
  last: TextPlace;
}

/** A passage where it stands; its ends are single letters, so that no text is ever split within one. */
export interface PlacedPassage extends Ends {
  passage: PassageOnPage;
  /** From one to the other. The browser moves it when the page changes, and loses it when a text is put together again. */
  range: Range;
  /** What stands in the range: when the page says something else there, the passage is gone. */
  words: string;
  /** The mark of its first paper. */
  mark?: Mark | undefined;
}

/** Finds the place of a passage; undefined where the page has changed since it was read. */
export function placed(words: Words, { start, end, ...passage }: Passage, number: number): PlacedPassage | undefined {
  const ends = endsOf(words, start, end);
  const text = words.text.slice(start, end).replace(/\s+/g, ' ');
  if (!ends) return undefined;
  const range = document.createRange();
  range.setStart(ends.first.text, ends.first.start);
  range.setEnd(ends.last.text, ends.last.end);
  return { ...ends, passage: { ...passage, number, text }, range, words: `${range}` };
}

/**
 * One that goes on in another document or shadow root ends where that begins: no range reaches across. Undefined where
 * the page says something else there by now.
 */
function endsOf({ text, pieces }: Words, start: number, end: number): Ends | undefined {
  const head = pieces.findLast(({ from }) => from <= start);
  const tail = pieces.findLast(({ node, from }) => from < end && head && rootNode(node) === rootNode(head.node));
  if (!head || !tail) return undefined;
  const last = Math.min(end, tail.from + tail.length) - 1;
  const ends = { first: placeOf(head, start), last: placeOf(tail, last) };
  return letterAt(ends.first) === text[start] && letterAt(ends.last) === text[last] ? ends : undefined;
}

function placeOf({ node, start, from }: Piece, at: number): TextPlace {
  return { text: node, start: start + at - from, end: start + at - from + 1 };
}

const letterAt = ({ text, start }: TextPlace) => text.data[start];

/** Whether the words of a passage are still there. Its range reaches from its first letter to its last one then. */
export function isThere({ first, last, range, words }: PlacedPassage): boolean {
  for (const { text, end } of [first, last]) if (!isConnected(text) || end > text.length) return false;
  // To set an end that is where it should be would have the highlight drawn anew.
  if (range.startContainer !== first.text || range.startOffset !== first.start) range.setStart(first.text, first.start);
  if (range.endContainer !== last.text || range.endOffset !== last.end) range.setEnd(last.text, last.end);
  return `${range}` === words;
}

export const endsIn = ({ first, last }: PlacedPassage) => [first, last];

/** Whether two passages are one: the same words of the same papers in the same place. */
export function isSame(one: PlacedPassage, other: PlacedPassage): boolean {
  return (
    isSamePlace(one.first, other.first) &&
    isSamePlace(one.last, other.last) &&
    one.words === other.words &&
    `${one.passage.papers}` === `${other.passage.papers}`
  );
}

const isSamePlace = (one: TextPlace, other: TextPlace) => one.text === other.text && one.start === other.start;
