import { useLayoutEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/paper';
import type { Row, WholePaper } from '../../lib/row';

/** All that is known of a paper; undefined until it was read. */
export function usePaper(
  row: Row | undefined,
  read: (id: PaperId) => Promise<WholePaper | undefined>,
): WholePaper | undefined {
  const [whole, setWhole] = useState<WholePaper>();
  const id = row?.paper.id;
  useLayoutEffect(() => {
    let isMeant = true;
    if (id !== undefined) {
      void read(id)
        .catch(() => undefined)
        .then((answer) => isMeant && setWhole(answer));
    }
    return () => {
      isMeant = false;
    };
  }, [id, row?.paper, read]);
  return whole?.paper.id === id ? whole : undefined;
}
