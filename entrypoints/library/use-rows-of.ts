import { useLayoutEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../components/newest-only';
import type { PaperId } from '../../lib/paper';
import type { Row } from '../../lib/row';

/** So many papers fill a window. They are read first, and shown while the others are read. */
const AT_FIRST = 50;

/** So many are read at once that the page draws and hears what is typed between two readings. */
const AT_ONCE = 250;

/** Papers that were read, and whether they are all that were asked for. */
interface Rows {
  rowOf: ReadonlyMap<PaperId, Row>;
  areAll: boolean;
}

type Read = (ids: readonly PaperId[]) => Promise<Row[]>;

const NONE: Outcome<Rows> = { answer: { rowOf: new Map(), areAll: true } };

/**
 * The papers with these ids, whatever the person makes of them: the first of them as soon as these were read, then all.
 * Undefined until then. Where others are asked for meanwhile, these are read no further.
 */
export function useRowsOf(read: Read, ids: readonly PaperId[]): Outcome<Rows> | undefined {
  const [done, setDone] = useState<{ ids: readonly PaperId[]; outcome: Outcome<Rows> }>();
  useLayoutEffect(() => {
    const reading = new AbortController();
    const settle = (outcome: Outcome<Rows>) => !reading.signal.aborted && setDone({ ids, outcome });
    readAll(read, ids, reading.signal, (answer) => settle({ answer })).catch((error: unknown) => settle({ error }));
    return () => reading.abort();
  }, [read, ids]);
  if (ids.length === 0) return NONE;
  return done?.ids === ids ? done.outcome : undefined;
}

async function readAll(
  read: Read,
  ids: readonly PaperId[],
  signal: AbortSignal,
  told: (rows: Rows) => void,
): Promise<void> {
  const rowOf = new Map<PaperId, Row>();
  let to = 0;
  while (to < ids.length && !signal.aborted) {
    const from = to;
    to += from === 0 ? AT_FIRST : AT_ONCE;
    for (const { paper } of await read(ids.slice(from, to))) rowOf.set(paper.id, { paper });
    if (from === 0 || to >= ids.length) told({ rowOf: new Map(rowOf), areAll: to >= ids.length });
  }
}
