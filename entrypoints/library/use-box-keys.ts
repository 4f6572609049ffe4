import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The keys that lead from the search box into the list: the down arrow, and Enter.
 *
 * @param isListed whether what stands in the box is listed: a key that was pressed before leads there as soon as it is.
 */
export function useBoxKeys(box: HTMLInputElement, isListed: boolean, enter: () => void): void {
  const latestRef = useRef({ isListed, enter });
  const isAheadRef = useRef(false);
  useLayoutEffect(() => {
    latestRef.current = { isListed, enter };
    if (!isListed || !isAheadRef.current) return;
    isAheadRef.current = false;
    enter();
  }, [isListed, enter]);
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown' && !event.isComposing) submitted(event);
    };
    const submitted = (event: Event) => {
      event.preventDefault();
      isAheadRef.current = !latestRef.current.isListed;
      if (latestRef.current.isListed) latestRef.current.enter();
    };
    const typed = () => {
      isAheadRef.current = false;
    };
    box.addEventListener('keydown', pressed);
    box.addEventListener('input', typed);
    box.form?.addEventListener('submit', submitted);
    return () => {
      box.removeEventListener('keydown', pressed);
      box.removeEventListener('input', typed);
      box.form?.removeEventListener('submit', submitted);
    };
  }, [box]);
}
