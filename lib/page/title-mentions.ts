import { isAllOf, isSetOff } from '../titles/setting';
import type { FoundTitle, Titles } from '../titles/titles';
import { closest, containerOf, matches, parentElement, textsUnder } from './dom';
import type { PageMention } from './mention';
import { placeIn, runIn } from './run';

/** Where papers are named by their titles: links, headings, table cells, and the entries of lists and references. */
const ENTRY =
  'a, h1, h2, h3, h4, h5, h6, td, th, li, dt, dd, cite, figcaption, [role="heading"], [role$="cell"], ' +
  '[role="listitem"], [class*="citation" i], [class*="reference" i], [class*="bib" i]';

/** Letters of the longest entry that is looked through: with more, it is a section that happens to be a cell. */
const MAX_ENTRY = 2000;

/** The entry that a node is a part of: a title in it may have begun before the node. */
export function entryAround(node: Node): Element | undefined {
  const container = containerOf(node);
  const entry = container && closest(container, ENTRY);
  return entry && isShortEnough(entry) ? entry : undefined;
}

/** Counted text by text, so that of a large part of a page no more is read than that it is large. */
function isShortEnough(element: Element): boolean {
  const texts = textsUnder(element);
  let left = MAX_ENTRY;
  while (left > 0 && texts.nextNode()) left -= (texts.currentNode as Text).length;
  return left > 0;
}

/**
 * A title that was seen in the letters of a page, as a mention of its paper: where an element holds nothing but the
 * title, or an entry holds it set off from its other words. A title of fewer than four words must be all of an entry.
 *
 * @param text the text in which it begins.
 */
export function mentionByTitle(text: Text, { id, isShort }: FoundTitle, titles: Titles): PageMention | undefined {
  for (let at = parentElement(text); at && isShortEnough(at); at = parentElement(at)) {
    const run = runIn(at);
    const isEntry = matches(at, ENTRY);
    const found = titles
      .in(run.words)
      .find(
        (title) =>
          title.id === id &&
          (isAllOf(run.words, title) ? isEntry || !isShort : isEntry && !isShort && isSetOff(run.words, title)),
      );
    if (!found) continue;
    // A title that ends in a question has its mark with it.
    const end = found.end + (/[?!]/.test(run.words.charAt(found.end)) ? 1 : 0);
    return { id, at: placeIn(run, found.start, end), kind: 'titled', within: at };
  }
  return undefined;
}
