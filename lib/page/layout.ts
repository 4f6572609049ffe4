import { matches } from './dom';
import { INLINE, isForbidden, OWN } from './places';

/** How an element stands among the words of a page. */
export type Layout =
  /** Not there for a person, or ours: the words around it go on. */
  | 'none'
  /** There, and not read: the words around it are apart. */
  | 'left out'
  /** A part of the line it stands in. */
  | 'line'
  | 'block';

/** Asks the browser how an element is laid out, whatever it is called: chats have their lines in elements for words. */
export function layoutOf(element: Element): Layout {
  if (matches(element, OWN)) return 'none';
  if (isForbidden(element) || matches(element, 'br')) return 'left out';
  const { display, position, float } = getComputedStyle(element);
  if (display === 'none') return 'none';
  if (/^(?:inline|contents|ruby)/.test(display)) return 'line';
  // What is only lifted out of its line is still in it: the first letter of a chapter, the texts over a page of a PDF.
  const isLifted = /absolute|fixed/.test(position) || float !== 'none';
  return isLifted && matches(element, INLINE) ? 'line' : 'block';
}
