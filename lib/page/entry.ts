import { closest, containerOf, textsUnder } from './dom';

/** Where papers are named by their titles: links, headings, table cells, and the entries of lists and references. */
export const ENTRY =
  'a, h1, h2, h3, h4, h5, h6, td, th, li, dt, dd, cite, figcaption, [role="heading"], [role$="cell"], ' +
  '[role="listitem"], [class*="citation" i], [class*="reference" i], [class*="bib" i]';

/** Letters of the longest entry that is looked through: with more, it is a section that happens to be a cell. */
const MAX_ENTRY = 2000;

/** The entry that a node is a part of, or the node: a title in it may have begun before the node. */
export function withEntry(node: Node): Node {
  const container = containerOf(node);
  const entry = container && closest(container, ENTRY);
  return entry && isShortEnough(entry) ? entry : node;
}

/** Counted text by text, so that of a large part of a page no more is read than that it is large. */
export function isShortEnough(element: Element): boolean {
  const texts = textsUnder(element);
  let left = MAX_ENTRY;
  while (left > 0 && texts.nextNode()) left -= (texts.currentNode as Text).length;
  return left > 0;
}
