import { placeOf } from '../../search/segment/segment-table';
import type { IndexedPaper } from '../../search/segment/write';
import type { Database } from '../../store/connection';
import { replaceSegments } from '../../store/packs/packs';
import { createBreather } from '../breather';
import { CodeSet } from './code-set';
import { digestOf, textOf } from './digest';
import { placedPapers } from './placed-papers';
import type { PackTable } from './tables';
import { type Written, writePapers } from './write';

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

  for await (const placed of placedPapers(database, pack.number, 0, pack.nextPlace)) {
    if (indexed.has(placed.code)) continue;
    missing.push({ ...placed, digest: digestOf(textOf(placed.paper)) });
    if (missing.length >= segmentPapers) await write();
    await breathe();
  }
  await write();
  await replaceSegments(database, pack.name, damaged, made);
}
