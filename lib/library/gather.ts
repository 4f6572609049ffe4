import type { PaperId } from '../paper';

/** In papers: so few are shown anew before anyone sees that it took a moment. */
const FEW = 50;

/** More than these are read together with all others at no greater cost. */
const MANY = 5000;

/** In milliseconds: whoever changes many papers again sooner goes on changing papers, as an import does. */
const QUIET_MS = 2000;

/**
 * Passes on which papers have changed, at once: except that where many change again and again, as in an import, all but
 * the first of these changes are passed on together when that has come to an end.
 *
 * @param changed is given the papers, or none where any may have changed.
 */
export function gather(changed: (ids: readonly PaperId[]) => void): (ids: readonly PaperId[]) => void {
  const waiting = new Set<PaperId>();
  let isQuiet = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function passOn(): void {
    isQuiet = true;
    if (waiting.size > 0) changed(waiting.size > MANY ? [] : [...waiting]);
    waiting.clear();
  }

  return (ids) => {
    if (isQuiet || ids.length <= FEW) changed(ids);
    else for (const id of ids) waiting.add(id);
    if (ids.length <= FEW) return;
    isQuiet = false;
    clearTimeout(timer);
    timer = setTimeout(passOn, QUIET_MS);
  };
}
