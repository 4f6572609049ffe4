import { useLayoutEffect, useState } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/paper';
import type { Row } from '../../lib/row';

/** All that is known of a paper, its long texts too; undefined until it was read. */
export function usePaper(row: Row | undefined, read: (id: PaperId) => Promise<Paper | undefined>): Paper | undefined {
  const [paper, setPaper] = useState<Paper>();
  const id = row?.paper.id;
  useLayoutEffect(() => {
    let isMeant = true;
    if (id !== undefined) {
      void read(id)
        .catch(() => undefined)
        .then((answer) => isMeant && setPaper(answer));
    }
    return () => {
      isMeant = false;
    };
  }, [id, row?.paper, read]);
  return paper?.id === id ? paper : undefined;
}
