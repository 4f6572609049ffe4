import { codeOfId } from '../../arxiv/id-code';
import { placeOf } from '../../search/segment/segment-table';
import type { IndexedPaper } from '../../search/segment/write';
import type { Database } from '../../store/connection';
import { firstDocument, readDocumentsBetween } from '../../store/packs/documents';
import { replaceSegments } from '../../store/packs/packs';
import { createBreather } from '../breather';
import { CodeSet } from './code-set';
import { digestOf, textOf } from './digest';
import type { PackTable } from './tables';
import { type Written, writePapers } from './write';

/** So many documents are read at once. */
const AT_ONCE = 200;

/**
 * Writes the index over those papers of a pack anew that are in damaged segments alone. What is left over of the pack
 * must have been cleared away: it would come back.
 */
export async function rebuild(
  database: Database,
  { pack, segments, damaged }: PackTable,
  segmentPapers: number,
): Promise<void> {
  const indexed = new CodeSet();
  const breathe = createBreather();
  for (const { ids, deleted } of segments) {
    for (const [paper, code] of ids.entries()) if (placeOf(deleted, paper) < 0) indexed.add(code);
    await breathe();
  }
  const made: Written[] = [];
  let missing: IndexedPaper[] = [];
  async function write(): Promise<void> {
    if (missing.length === 0) return;
    const inOrder = missing.sort((one, other) => one.code - other.code);
    missing = [];
    made.push(await writePapers(database, inOrder, pack.lengths));
  }

  const first = firstDocument(pack.number);
  for (let at = 0; at < pack.nextPlace; at += AT_ONCE) {
    const to = Math.min(at + AT_ONCE, pack.nextPlace);
    for (const { number, paper } of await readDocumentsBetween(database, first + at, first + to)) {
      const code = codeOfId(paper.id);
      if (indexed.has(code)) continue;
      missing.push({ code, place: number - first, digest: digestOf(textOf(paper)), paper });
      await breathe();
    }
    if (missing.length >= segmentPapers) await write();
  }
  await write();
  await replaceSegments(database, pack.name, damaged, made);
}
