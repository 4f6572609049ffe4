import type { Sheet } from '../markup';
import { build, closestDeep, root } from './dom';
import { shadowOf } from './shadow';

/** Something of ours in the top layer of the page, above everything. */
export interface Overlay {
  /** The outermost element of what is drawn. */
  content: HTMLElement;
  close(): void;
}

/**
 * Draws a sheet above the page. One with `popover="auto"` closes by itself on Escape and on a click elsewhere, as the
 * browser has it: no listener of ours sits on the page for that.
 */
export function openOverlay(tag: string, { css, content }: Sheet, anchor = root()): Overlay {
  const host = build(tag, {});
  const drawn = build(...content);
  shadowOf(host, css).append(drawn);
  // Outside of a modal dialog nothing can be pressed while it is open.
  (closestDeep(anchor, 'dialog:modal') ?? root()).append(host);
  drawn.showPopover();
  return { content: drawn, close: () => host.remove() };
}
