import { LINE_END } from '../titles/setting';
import { containerOf, matches, nextSibling, parentElement, previousSibling, rootNode, walkerAt } from './dom';
import { INLINE, isForbidden, solidAround } from './places';
import type { TextPlace } from './text-places';

/**
 * Words that a reader sees in one piece, though the page has them in several texts: with emphasis, links, soft breaks
 * and comments in between.
 */
export interface Run {
  words: string;
  /** The texts it consists of, each with the offset at which it begins. */
  texts: { text: Text; from: number }[];
}

/** What stands in the words where a block begins or ends. */
const BAR = '|';

/** Texts on either side of one: enough for a name in pieces, and for the next ids of a list. */
const REACH = 12;

/** The words that a text stands in, up to the nearest block on either side. */
export function runAround(text: Text): Run {
  if (isAlone(text)) return runOf([text]);
  return runOf([...beside(text, 'previousNode').toReversed(), text, ...beside(text, 'nextNode')]);
}

/** Whether a text is all of its block: one quick look for the many texts of tables and lists. */
function isAlone(text: Text): boolean {
  return !previousSibling(text) && !nextSibling(text) && solidAround(text) === parentElement(text);
}

/** The words of an element, without those that are not read, with a bar where a block begins or ends. */
export function runIn(element: Element): Run {
  return runOf(piecesFrom(element, element, 'nextNode'));
}

/** The place of a stretch of a run in the text in which it ends, where a badge for it stands. */
export function placeIn({ texts }: Run, start: number, end: number): TextPlace {
  const { text, from } = texts.findLast((piece) => piece.from < end) as Run['texts'][number];
  return { text, start: Math.max(0, start - from), end: end - from };
}

function runOf(pieces: Iterable<Text | string>): Run {
  const run: Run = { words: '', texts: [] };
  for (const piece of pieces) {
    if (typeof piece !== 'string') run.texts.push({ text: piece, from: run.words.length });
    run.words += typeof piece === 'string' ? piece : piece.data;
  }
  return run;
}

type Step = 'previousNode' | 'nextNode';

function beside(text: Text, step: Step): (Text | string)[] {
  const pieces: (Text | string)[] = [];
  for (const piece of piecesFrom(text, rootNode(text), step)) {
    if (piece === BAR || pieces.push(piece) === REACH) break;
  }
  return pieces;
}

/** The texts that come next within a part of the page, and what stands between them: a line break, or a bar. */
function* piecesFrom(node: Node, part: Node, step: Step): Generator<Text | string> {
  const walker = walkerAt(node, part);
  let block = solidAround(node);
  while (walker[step]()) {
    const at = walker.currentNode;
    if (at instanceof Element) {
      if (!matches(at, INLINE)) yield matches(at, 'br') ? LINE_END : BAR;
      continue;
    }
    const other = solidAround(at);
    const isRead = !isForbidden(containerOf(at) as Element);
    if (other !== block || !isRead) yield BAR;
    block = other;
    if (isRead) yield at as Text;
  }
}
