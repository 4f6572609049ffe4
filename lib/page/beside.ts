import { closestDeep, root } from './dom';

/** Pixels between a badge and what opens beside it, and between that and the edge of the window. */
const GAP = 8;

/**
 * Places an element of the top layer under an anchor, or above or beside it where there is no room, within the window. It is
 * placed on the page and not in the window, so that it scrolls with its anchor.
 */
export function placeBeside(element: HTMLElement, anchor: Element): void {
  const box = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const [lowest, above] = [innerHeight - GAP - height, box.top - GAP - height];
  const isBelow = box.bottom + GAP <= lowest;
  // One that is too high for either side stands to the right, so that the anchor is seen.
  const isRight = !isBelow && above < GAP;
  const top = isBelow ? box.bottom + GAP : isRight ? Math.max(GAP, Math.min(box.top, lowest)) : above;
  const left = Math.max(GAP, Math.min(isRight ? box.right + GAP : box.left, root().clientWidth - GAP - width));
  // A modal dialog stands in the window itself, and what it holds is not painted outside of it unless it does too.
  const isFixed = closestDeep(anchor, 'dialog:modal');
  element.style.position = isFixed ? 'fixed' : 'absolute';
  element.style.top = `${top + (isFixed ? 0 : scrollY)}px`;
  element.style.left = `${left + (isFixed ? 0 : scrollX)}px`;
}
