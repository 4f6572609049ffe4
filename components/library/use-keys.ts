import { useLayoutEffect, useRef } from 'preact/hooks';
import { actionOf, type KeyAction } from './keys';

/** What each action does; false where the key is to do what it would do without us. */
export type KeyActions = Record<KeyAction, () => unknown>;

/** Hears the keys of the whole page. */
export function useKeys(actions: KeyActions): void {
  const latestRef = useRef(actions);
  useLayoutEffect(() => {
    latestRef.current = actions;
  }, [actions]);
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action && latestRef.current[action]() !== false) event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
