import { useLayoutEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/paper';
import type { Row } from '../../lib/row';

/** Where the papers are that the person keeps. */
export interface ShelfSource {
  /** Whether the library is being brought back, of which the page waits for the end. */
  isRecovering(): Promise<boolean>;
  /** All of them; tells how far it is. */
  readAll(told: (read: number, of: number) => void): Promise<Row[]>;
  /** Some of them as they are now; those that are not kept any more are left out. */
  readSome(ids: readonly PaperId[]): Promise<Row[]>;
  /** Tells of papers that have changed; of none where any may have. Returns a function that stops it. */
  watch(changed: (ids: readonly PaperId[]) => void): () => void;
}

/** The papers as far as they are known by now. */
export type Shelf =
  | { kind: 'reading'; read: number; of: number }
  | { kind: 'recovering' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'ready'; rows: readonly Row[] };

/** Reads all papers once, and then those that change, one reading after the other. */
export function useShelf(source: ShelfSource): Shelf {
  const [shelf, setShelf] = useState<Shelf>({ kind: 'reading', read: 0, of: 0 });

  useLayoutEffect(() => {
    let rows = new Map<PaperId, Row>();
    const byId = (read: readonly Row[]) => read.map((row): [PaperId, Row] => [row.paper.id, row]);

    async function readAll(): Promise<void> {
      const recovering = source.isRecovering().catch(() => false);
      try {
        const read = await source.readAll((done, of) => {
          // Papers that are shown stay so until there are others.
          if (rows.size === 0) setShelf({ kind: 'reading', read: done, of });
        });
        rows = new Map(byId(read));
      } catch (error) {
        if (!(await recovering)) throw error;
      }
      // Nothing is called empty that is only not back yet.
      if (rows.size === 0 && (await recovering)) setShelf({ kind: 'recovering' });
      else setShelf({ kind: 'ready', rows: [...rows.values()] });
    }

    async function readSome(ids: readonly PaperId[]): Promise<void> {
      const read = await source.readSome(ids);
      for (const id of ids) rows.delete(id);
      for (const [id, row] of byId(read)) rows.set(id, row);
      setShelf({ kind: 'ready', rows: [...rows.values()] });
    }

    let turn = Promise.resolve();
    const queue = (read: () => Promise<void>) => {
      turn = turn.then(read).catch((error: unknown) => setShelf({ kind: 'failed', error }));
    };
    const stop = source.watch((ids) => queue(ids.length === 0 ? readAll : () => readSome(ids)));
    queue(readAll);
    return stop;
  }, [source]);

  return shelf;
}
