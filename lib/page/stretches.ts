import { ELEMENTS_PER_STRETCH, INLINE_IN_A_ROW } from './budgets';
import { isConnected, matches, precedes, queryAll } from './dom';
import { INLINE } from './places';

/** A stretch of a part of a page. */
export interface Stretch {
  start: Node;
  /** Where the next one begins; undefined at the end of the part. */
  end: Node | undefined;
}

/** Divides a part of a page into stretches of about {@link ELEMENTS_PER_STRETCH}: each begins where the last one ends. */
export function stretchesOf(part: Element | ShadowRoot): Stretch[] {
  const elements = queryAll(part, '*');
  const starts: Node[] = [part];
  for (let at = ELEMENTS_PER_STRETCH; at < elements.length; at += ELEMENTS_PER_STRETCH) {
    // Not in the middle of words that belong together, unless they go on and on.
    let solid = at;
    while (solid < at + INLINE_IN_A_ROW && elements[solid] && matches(elements[solid] as Element, INLINE)) solid++;
    starts.push(elements[solid] ?? (elements[at] as Element));
  }
  return starts.map((start, at) => ({ start, end: starts[at + 1] }));
}

/** Whether the page still has what a stretch begins and ends with; if not, the part is to be divided anew. */
export function isThere({ start, end }: Stretch): boolean {
  return isConnected(start) && (!end || isConnected(end));
}

/** Which of these nodes to begin with, so that what is above the person's eyes is read last. */
export function indexInView(nodes: ArrayLike<Node>, inView: Element | null): number {
  const next = inView ? Array.from(nodes).findIndex((node) => precedes(inView, node)) : 0;
  // The stretch in which it stands begins above it.
  return Math.max(0, next - 1);
}
