import { useCallback, useRef, useState } from 'preact/hooks';

/** How a question stands that goes before something is done. */
export interface Asking {
  isAsking: boolean;
  ask: () => void;
  /** Asks no longer, and leads the focus back to the button. */
  leave: () => void;
  /** To be given the button that asks. */
  button: (element: HTMLButtonElement | null) => void;
}

/** Asks once before something that cannot be taken back, in the place of the button for it. */
export function useAskOnce(): Asking {
  const [isAsking, setAsking] = useState(false);
  const hasLeftRef = useRef(false);
  const button = useCallback((element: HTMLButtonElement | null) => {
    if (!element || !hasLeftRef.current) return;
    hasLeftRef.current = false;
    element.focus();
  }, []);
  return {
    isAsking,
    ask: () => setAsking(true),
    leave() {
      hasLeftRef.current = true;
      setAsking(false);
    },
    button,
  };
}
