import type { PackOutcome } from '../../pack';
import { writeDeleted } from '../../search/segment/tables';
import type { PageSource } from '../../segment';
import type { Database } from '../../store/connection';
import { endIntake, readBatches } from '../../store/packs/intakes';
import type { Deletion } from '../../store/packs/packs';
import { createBreather } from '../breather';
import { CodeSet } from './code-set';
import type { OpenIntake } from './intake';
import { documentsLeaving, type Leaving, papersLeaving } from './leaving';
import type { PackTable } from './tables';

/**
 * Brings an intake to its end: what it brought is searched from here on, and what it replaced, or what is no longer part
 * of the pack, is not.
 *
 * @param before the pack as it is without it; undefined where it is new.
 * @param now the time, in milliseconds since 1970.
 */
export async function bringToEnd(
  database: Database,
  pages: PageSource,
  open: OpenIntake,
  before: PackTable | undefined,
  now: number,
): Promise<PackOutcome> {
  await open.flush();
  const { intake, own } = open;
  const { taken, removed } = await codesOf(database, intake.number);
  const base = before?.segments ?? [];
  const mayStay = (code: number) => !removed.has(code) && (!intake.isWhole || taken.has(code));
  const leaving = await papersLeaving([...base, ...own], mayStay);
  const dropped = leaving
    .filter(({ table }) => base.includes(table))
    .reduce((sum, { table: { ids }, papers }) => sum + papers.filter((paper) => !mayStay(ids[paper] ?? 0)).length, 0);
  const left = leaving.reduce((sum, { papers }) => sum + papers.length, 0);
  const papers = [...base, ...own].reduce((sum, { head }) => sum + head.papers - head.deleted, 0) - left;
  const had = before?.pack.papers ?? 0;
  const stayed = had > 0 ? ((before?.pack.bytes ?? 0) * (papers - intake.counts.added)) / had : 0;
  const bytes = Math.round(stayed + intake.bytes);
  const gone = await documentsLeaving(pages, intake.pack, leaving);
  await endIntake(database, intake, { papers, bytes, dropped, deletions: leaving.map(deletionOf), gone }, now);
  return { ...intake.counts, dropped };
}

/** The papers that were taken in, and those that leave the pack: of what was said of a paper the last counts. */
async function codesOf(database: Database, intake: number): Promise<{ taken: CodeSet; removed: CodeSet }> {
  const [taken, removed] = [new CodeSet(), new CodeSet()];
  const breathe = createBreather();
  for (const batch of await readBatches(database, intake)) {
    for (const code of batch.codes) {
      taken.add(code);
      removed.delete(code);
    }
    for (const code of batch.removed) removed.add(code);
    await breathe();
  }
  return { taken, removed };
}

function deletionOf({ table: { head, deleted: before }, papers }: Leaving): Deletion {
  const deleted = Uint32Array.from([...before, ...papers]).sort();
  return { segment: head.number, page: writeDeleted(deleted), deleted: deleted.length };
}
