import { useLayoutEffect, useRef } from 'preact/hooks';

/** The keys that lead from the search box into the list: the down arrow, and Enter. */
export function useBoxKeys(box: HTMLInputElement, enter: () => void): void {
  const enterRef = useRef(enter);
  useLayoutEffect(() => {
    enterRef.current = enter;
  }, [enter]);
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown' && !event.isComposing) submitted(event);
    };
    const submitted = (event: Event) => {
      event.preventDefault();
      enterRef.current();
    };
    box.addEventListener('keydown', pressed);
    box.form?.addEventListener('submit', submitted);
    return () => {
      box.removeEventListener('keydown', pressed);
      box.form?.removeEventListener('submit', submitted);
    };
  }, [box]);
}
