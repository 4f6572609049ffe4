import { containerOf, matches, nextSibling, parentElement, previousSibling } from './dom';
import type { PageMention } from './mention';
import { wholeAround } from './places';

/** Where the badge of a mention is to stand. */
export interface Spot {
  /** The link, button or code that it stands after. */
  whole: Element | undefined;
  /** Whether what stands beside the words is laid out as a cell of its own, as in a row or a grid. */
  isCell: boolean;
}

/**
 * Finds the spot for a badge. It may ask for the layout, which makes the browser work it out: so it is to be called for
 * many mentions before anything is changed for the first of them. It is not asked for where words beside a link tell
 * that it stands in running text, or where the element hardly ever is a row.
 */
export function spotFor({ at }: PageMention): Spot {
  const around = 'link' in at ? at.link : containerOf(at.text);
  const whole = around && wholeAround(around);
  const box = (whole ? parentElement(whole) : around) as Element;
  const mayBeCell = whole ? matches(whole, 'a') && !hasWordsBeside(whole) : 'text' in at && !matches(box, 'p, li, td');
  return { whole, isCell: mayBeCell && /flex|grid/.test(getComputedStyle(box).display) };
}

function hasWordsBeside(whole: Element): boolean {
  const beside = nextSibling(whole) ?? previousSibling(whole);
  return beside instanceof Text && /\S/.test(beside.data);
}
