import type { Sheet } from '../markup';
import { openOverlay, type Overlay } from './overlay';

let current: Overlay | undefined;

/** Tells a person something in the corner of the page, until its animation ends. */
export function showNotice(sheet: Sheet): void {
  current?.close();
  const notice = openOverlay('manicule-notice', sheet);
  notice.content.addEventListener('animationend', notice.close);
  current = notice;
}
