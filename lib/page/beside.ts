import { root } from './dom';

/** Pixels between a badge and what opens beside it, and between that and the edge of the window. */
const GAP = 8;

/** Places a fixed element under an anchor, or above it where there is no room, within the window. */
export function placeBeside(element: HTMLElement, anchor: Element): void {
  const box = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const below = box.bottom + GAP;
  const top = below + height <= innerHeight - GAP ? below : Math.max(GAP, box.top - GAP - height);
  const left = Math.max(GAP, Math.min(box.left, root().clientWidth - GAP - width));
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}
