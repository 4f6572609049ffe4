import { useCallback, useState } from 'preact/hooks';
import type { Undoable } from '../lib/answers';
import type { Change } from '../lib/edit';
import { explain } from './explain';

export interface LastDone {
  last: Undoable | undefined;
  /** What went wrong with taking it back; empty where nothing did. */
  problem: string;
  /** To be called when something was done. Stays the same function. */
  done: (last: Undoable) => void;
  undo: () => Promise<void>;
}

/** Remembers what was done last, until it is taken back or something else is done. */
export function useLastDone(undo: (changes: Change[]) => Promise<unknown>): LastDone {
  const [last, setLast] = useState<Undoable>();
  const [problem, setProblem] = useState('');
  const done = useCallback((newest: Undoable) => {
    setLast(newest);
    setProblem('');
  }, []);

  return {
    last,
    problem,
    done,
    async undo() {
      if (!last) return;
      try {
        await undo(last.changes);
        setLast(undefined);
        setProblem('');
      } catch (error) {
        setProblem(`Not taken back. ${explain(error)}`);
      }
    },
  };
}
