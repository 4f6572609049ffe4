import { useLayoutEffect } from 'preact/hooks';
import type { Undoable } from '../lib/answers';

interface Props {
  last: Undoable | undefined;
  /** What went wrong with taking it back; empty where nothing did. */
  problem: string;
  onUndo: () => void;
}

/** What was done last and can be taken back, by its button or with Ctrl+Z where no text is being written. */
export function LastDone({ last, problem, onUndo }: Props) {
  useLayoutEffect(() => {
    if (!last) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || isInText(event.target)) return;
      event.preventDefault();
      onUndo();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [last, onUndo]);

  return (
    <output class="last-done">
      {problem !== '' && <span class="problem">{problem}</span>}
      {last && (
        <>
          <span>{last.done}</span>
          <button type="button" title="Ctrl+Z" onClick={onUndo}>
            Undo
          </button>
        </>
      )}
    </output>
  );
}

/** Whether there is a text whose own changes the keys would take back. */
function isInText(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value !== '';
}
