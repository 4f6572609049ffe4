import { useRef } from 'preact/hooks';
import type { ReadingState } from '../../lib/paper';
import type { Row } from '../../lib/row';
import { nextState, putInState } from './changes';
import type { Edits } from './use-edits';

/**
 * Puts papers in the state that comes after that of the first. Asked for once more before the list shows it, it goes on
 * from what was asked for.
 */
export function useNextState({ make }: Pick<Edits, 'make'>): (rows: readonly Row[]) => Promise<void> {
  /** A row is another object as soon as it shows something else. */
  const askedRef = useRef<{ row: Row; state: ReadingState } | undefined>(undefined);
  return async (rows) => {
    const [row] = rows;
    if (!row) return;
    const asked = askedRef.current;
    const state = nextState(asked?.row === row ? asked.state : row.record?.state);
    askedRef.current = { row, state };
    if (!(await make(putInState(rows, state)))) askedRef.current = undefined;
  };
}
