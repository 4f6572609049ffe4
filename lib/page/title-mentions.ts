import { isAllOf, isSetOff } from '../titles/setting';
import type { FoundTitle, Titles } from '../titles/titles';
import { matches, parentElement } from './dom';
import { ENTRY, isShortEnough } from './entry';
import type { PageMention } from './mention';
import { placeIn, runIn } from './run';

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
