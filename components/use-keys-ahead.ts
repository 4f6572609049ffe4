import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SearchAnswer } from '../lib/answers';
import { firstRow, goToRow } from './walk-with-keys';

/**
 * Enter in a search box opens the first result, also where it was pressed before the answer was there; the down arrow,
 * pressed so early, leads to it. Neither ever means what was found for something else.
 *
 * @param answer to what stands in the box; undefined while that is still being searched for.
 */
export function useKeysAhead(
  box: HTMLInputElement,
  answer: SearchAnswer | undefined,
  panel: RefObject<HTMLElement | null>,
): void {
  const [pressed, setPressed] = useState<'enter' | 'down'>();
  const isAnsweredRef = useRef(false);
  useLayoutEffect(() => {
    isAnsweredRef.current = answer !== undefined;
  }, [answer]);

  useLayoutEffect(() => {
    const isAsked = () => box.value.trim() !== '';
    const enter = (event: Event) => {
      event.preventDefault();
      setPressed(isAsked() ? 'enter' : undefined);
    };
    const down = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' || event.isComposing || isAnsweredRef.current || !isAsked()) return;
      event.preventDefault();
      setPressed('down');
    };
    const typed = () => setPressed(undefined);
    box.form?.addEventListener('submit', enter);
    box.addEventListener('keydown', down);
    box.addEventListener('input', typed);
    return () => {
      box.form?.removeEventListener('submit', enter);
      box.removeEventListener('keydown', down);
      box.removeEventListener('input', typed);
    };
  }, [box]);

  useLayoutEffect(() => {
    if (!pressed || !answer) return;
    setPressed(undefined);
    const row = firstRow(panel.current);
    if (pressed === 'enter') row?.querySelector('a')?.click();
    else if (row) goToRow(row);
  }, [pressed, answer, panel]);
}
