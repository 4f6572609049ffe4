import { codeOfId } from '../../arxiv/id-code';
import type { IndexedPaper } from '../../search/segment/write';
import type { Database } from '../../store/connection';
import { firstDocument, readDocumentsBetween } from '../../store/packs/documents';

/** So many documents are read at once. */
const AT_ONCE = 200;

/** The papers of a pack that are there from one place to another, without that, in the order of their places. */
export async function* placedPapers(
  database: Database,
  pack: number,
  from: number,
  to: number,
): AsyncGenerator<Pick<IndexedPaper, 'code' | 'place' | 'paper'>> {
  const first = firstDocument(pack);
  for (let at = from; at < to; at += AT_ONCE) {
    for (const { number, paper } of await readDocumentsBetween(
      database,
      first + at,
      first + Math.min(at + AT_ONCE, to),
    )) {
      yield { code: codeOfId(paper.id), place: number - first, paper };
    }
  }
}
