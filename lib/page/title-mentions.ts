import { isAllOf, isSetOff } from '../titles/setting';
import type { FoundTitle, Titles } from '../titles/table';
import { matches, parentElement, textOf } from './dom';
import type { PageMention } from './mention';
import { placeIn, runIn } from './run';

/** Where papers are named by their titles: links, headings, table cells, and the entries of lists and references. */
const ENTRY =
  'a, h1, h2, h3, h4, h5, h6, td, th, li, dt, dd, cite, figcaption, [role="heading"], [role$="cell"], ' +
  '[role="listitem"], [class*="citation" i], [class*="reference" i], [class*="bib" i]';

/** Letters of the longest entry that is looked through: with more, it is a section that happens to be a cell. */
const MAX_ENTRY = 2000;

/**
 * A title that was seen in the letters of a page, as a mention of its paper: where an element holds nothing but the
 * title, or an entry holds it set off from its other words. A title of fewer than four words must be all of an entry.
 *
 * @param text the text in which it begins.
 */
export function mentionByTitle(text: Text, { id, isShort }: FoundTitle, titles: Titles): PageMention | undefined {
  for (let at = parentElement(text); at && (textOf(at) as string).length <= MAX_ENTRY; at = parentElement(at)) {
    const run = runIn(at);
    const isEntry = matches(at, ENTRY);
    const found = titles
      .in(run.words)
      .find(
        (title) =>
          title.id === id &&
          (isAllOf(run.words, title) ? isEntry || !isShort : isEntry && !isShort && isSetOff(run.words, title)),
      );
    if (found) return { id, at: placeIn(run, found.start, found.end), kind: 'titled' };
  }
  return undefined;
}
