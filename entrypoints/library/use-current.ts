import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/paper';
import type { Row } from '../../lib/row';

/** The paper of a list on which the person is. */
export interface Current {
  /** Its place; -1 where there is no paper. Before one was chosen, the first, which is not chosen thereby. */
  index: number;
  /** Undefined where none was chosen. */
  row: Row | undefined;
  /** Asks for a paper to get the focus and to be in sight: anew with each object. */
  focus: { id: PaperId } | undefined;
  choose(id: PaperId): void;
  /** Goes to the paper at this place, or to the nearest, and gives it the focus. */
  goTo(index: number): void;
}

/** Follows the person through a list. A paper that leaves it under them gives way to the one that takes its place. */
export function useCurrent(rows: readonly Row[]): Current {
  const [id, setId] = useState<PaperId>();
  const [focus, setFocus] = useState<Current['focus']>();
  const beforeRef = useRef({ rows, index: 0 });
  const found = useMemo(() => indexOf(rows, id), [rows, id]);
  const index = found >= 0 ? found : Math.min(0, rows.length - 1);

  useLayoutEffect(() => {
    if (id !== undefined && found < 0) {
      // Where the focus was on what is gone, the person is in the list; else they have asked for another one.
      const isInList = document.activeElement === document.body;
      const heir = isInList ? heirOf(beforeRef.current, rows) : undefined;
      setId(heir);
      setFocus(heir === undefined ? undefined : { id: heir });
    }
    beforeRef.current = { rows, index };
  }, [rows, id, found, index]);

  return {
    index,
    row: rows[found],
    focus,
    choose: setId,
    goTo(place) {
      const row = rows[Math.max(0, Math.min(place, rows.length - 1))];
      if (!row) return;
      setId(row.paper.id);
      setFocus({ id: row.paper.id });
    },
  };
}

function indexOf(rows: readonly Row[], id: PaperId | undefined): number {
  return rows.findIndex(({ paper }) => paper.id === id);
}

/** What takes the place of a paper that is gone: the next one that was after it, else the nearest before it. */
function heirOf(before: { rows: readonly Row[]; index: number }, rows: readonly Row[]): PaperId | undefined {
  const left = new Set(rows.map(({ paper }) => paper.id));
  const isLeft = ({ paper }: Row) => left.has(paper.id);
  const after = before.rows.slice(before.index).find(isLeft);
  return (after ?? before.rows.slice(0, before.index).findLast(isLeft))?.paper.id;
}
