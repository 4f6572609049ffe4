import { useLayoutEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../components/newest-only';
import type { PaperId } from '../../lib/paper';
import type { Row } from '../../lib/row';

/** So many papers are read at once that the page draws and hears what is typed between two readings. */
const AT_ONCE = 250;

type Rows = ReadonlyMap<PaperId, Row>;

const NONE: Outcome<Rows> = { answer: new Map() };

/**
 * The papers with these ids, whatever the person makes of them; undefined until all of them were read. Where others are
 * asked for meanwhile, these are read no further.
 */
export function useRowsOf(
  read: (ids: readonly PaperId[]) => Promise<Row[]>,
  ids: readonly PaperId[],
): Outcome<Rows> | undefined {
  const [done, setDone] = useState<{ ids: readonly PaperId[]; outcome: Outcome<Rows> }>();
  useLayoutEffect(() => {
    let isMeant = ids.length > 0;
    async function readAll(): Promise<Outcome<Rows>> {
      const rows = new Map<PaperId, Row>();
      for (let from = 0; from < ids.length && isMeant; from += AT_ONCE) {
        for (const { paper } of await read(ids.slice(from, from + AT_ONCE))) rows.set(paper.id, { paper });
      }
      return { answer: rows };
    }
    void readAll()
      .catch((error: unknown) => ({ error }))
      .then((outcome) => isMeant && setDone({ ids, outcome }));
    return () => {
      isMeant = false;
    };
  }, [read, ids]);
  if (ids.length === 0) return NONE;
  return done?.ids === ids ? done.outcome : undefined;
}
