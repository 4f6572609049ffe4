import { closestDeep, root } from './dom';

/** Pixels between a badge and what opens beside it, and between that and the edge of the window. */
const GAP = 8;

/**
 * Places an element of the top layer under an anchor, or above it where there is no room, within the window. It is
 * placed on the page and not in the window, so that it scrolls with its anchor.
 */
export function placeBeside(element: HTMLElement, anchor: Element): void {
  const box = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const below = box.bottom + GAP;
  const top = below + height <= innerHeight - GAP ? below : Math.max(GAP, box.top - GAP - height);
  const left = Math.max(GAP, Math.min(box.left, root().clientWidth - GAP - width));
  // A modal dialog stands in the window itself, and what it holds is not painted outside of it unless it does too.
  const isFixed = closestDeep(anchor, 'dialog:modal');
  element.style.position = isFixed ? 'fixed' : 'absolute';
  element.style.top = `${top + (isFixed ? 0 : scrollY)}px`;
  element.style.left = `${left + (isFixed ? 0 : scrollX)}px`;
}
