import { closestDeep, containerOf, rootNode } from './dom';

/** Passages that are shown where they stand. Highlights lie over the page: none of its elements is touched for them. */

/** The names by which `passage.css` knows them. */
const ALL = 'manicule-passage';
const SHOWN = 'manicule-passage-shown';

/** Firefox before 140 has none. */
const highlights = 'highlights' in CSS ? CSS.highlights : undefined;

/** The one that a person asked for last. */
let shown: Range | undefined;

/** Highlights these ranges and no others; they follow the page by themselves. */
export function highlight(ranges: readonly Range[]): void {
  if (ranges.length > 0) highlights?.set(ALL, new Highlight(...ranges));
  else highlights?.delete(ALL);
  if (shown && !ranges.includes(shown)) highlights?.delete(SHOWN);
}

/** Brings a range before the person's eyes, and sets it off from the others. */
export function show(range: Range): void {
  const around = containerOf(range.startContainer);
  if (!around) return;
  unfold(around);
  around.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  centre(range, around);
  shown = range;
  highlights?.delete(SHOWN);
  if (canHighlight(range)) {
    const above = new Highlight(range);
    above.priority = 1;
    highlights?.set(SHOWN, above);
  } else {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  }
}

/** Firefox styles highlights in a shadow root by the styles in there alone, and those are the page's. */
function canHighlight({ startContainer }: Range): boolean {
  return highlights !== undefined && !(import.meta.env.FIREFOX && rootNode(startContainer) instanceof ShadowRoot);
}

/** Opens what is folded up around an element, as looking for words on the page with the browser does. */
function unfold(element: Element): void {
  for (let at = folded(element); at; at = folded(at)) at.open = true;
}

const folded = (element: Element) => closestDeep(element, 'details:not([open])') as HTMLDetailsElement | null;

/**
 * Scrolls every box around a range that scrolls, from the inside out, until the range begins in its middle: an element
 * may be much longer than the passage in it. Without an animation, so that each has come to rest before the next one.
 */
function centre(range: Range, around: Element): void {
  for (let box: Element | undefined = around; box; box = containerOf(box)) {
    const isWindow = box === document.scrollingElement;
    if (!isWindow && !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
    const { top, height } = isWindow ? { top: 0, height: innerHeight } : box.getBoundingClientRect();
    const by = range.getBoundingClientRect().top - top - height / 2;
    box.scrollBy({ top: by, behavior: 'instant' });
  }
}
