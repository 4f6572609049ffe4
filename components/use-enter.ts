import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { SearchAnswer } from '../lib/answers';

/**
 * Enter in a search box opens the first result, also where it was pressed before the answer was there.
 *
 * @param answer to what stands in the box; undefined while that is still being searched for.
 */
export function useEnter(
  box: HTMLInputElement,
  answer: SearchAnswer | undefined,
  panel: RefObject<HTMLElement | null>,
): void {
  const [isEntered, setEntered] = useState(false);

  useLayoutEffect(() => {
    const enter = (event: Event) => {
      event.preventDefault();
      setEntered(box.value.trim() !== '');
    };
    const typed = () => setEntered(false);
    box.form?.addEventListener('submit', enter);
    box.addEventListener('input', typed);
    return () => {
      box.form?.removeEventListener('submit', enter);
      box.removeEventListener('input', typed);
    };
  }, [box]);

  useLayoutEffect(() => {
    if (!isEntered || !answer) return;
    setEntered(false);
    panel.current?.querySelector<HTMLElement>('[data-arxiv-id] a')?.click();
  }, [isEntered, answer, panel]);
}
