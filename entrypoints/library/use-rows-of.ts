import { useLayoutEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../components/newest-only';
import type { PaperId } from '../../lib/paper';
import type { Row } from '../../lib/row';

/** So many papers are read at once that the page draws and hears what is typed between two readings. */
const AT_ONCE = 250;

type Rows = ReadonlyMap<PaperId, Row>;
type Read = (ids: readonly PaperId[]) => Promise<Row[]>;

const NONE: Outcome<Rows> = { answer: new Map() };

/**
 * The papers with these ids, whatever the person makes of them; undefined until all of them were read. Where others are
 * asked for meanwhile, these are read no further.
 */
export function useRowsOf(read: Read, ids: readonly PaperId[]): Outcome<Rows> | undefined {
  const [done, setDone] = useState<{ ids: readonly PaperId[]; outcome: Outcome<Rows> }>();
  useLayoutEffect(() => {
    const reading = new AbortController();
    const { signal } = reading;
    const settle = (outcome: Outcome<Rows>) => !signal.aborted && setDone({ ids, outcome });
    readAll(read, ids, signal).then(
      (answer) => settle({ answer }),
      (error: unknown) => settle({ error }),
    );
    return () => reading.abort();
  }, [read, ids]);
  if (ids.length === 0) return NONE;
  return done?.ids === ids ? done.outcome : undefined;
}

async function readAll(read: Read, ids: readonly PaperId[], signal: AbortSignal): Promise<Rows> {
  const rows = new Map<PaperId, Row>();
  for (let from = 0; from < ids.length && !signal.aborted; from += AT_ONCE) {
    for (const { paper } of await read(ids.slice(from, from + AT_ONCE))) rows.set(paper.id, { paper });
  }
  return rows;
}
