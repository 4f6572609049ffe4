import type { PackOutcome } from '../../pack';
import { placeOf, type SegmentTable } from '../../search/segment/segment-table';
import { writeDeleted } from '../../search/segment/tables';
import type { PageSource } from '../../segment';
import type { Database } from '../../store/connection';
import { endIntake, readBatches } from '../../store/packs/intakes';
import type { Deletion } from '../../store/packs/packs';
import { createBreather } from '../breather';
import { CodeSet } from './code-set';
import type { OpenIntake } from './intake';
import { documentsAt } from './papers-at';
import type { PackTable, Spot } from './tables';

/** So many papers are looked at before others have their turn. */
const AT_ONCE = 1000;

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
  const pack = { number: intake.pack, isWhole: intake.isWhole };
  const { deletions, gone, dropped } = await deletionsOf(pack, base, own, taken, removed);
  const heads = [...base, ...own].map(({ head }) => head);
  const deleted = new Map(deletions.map((deletion) => [deletion.segment, deletion.deleted]));
  const papers = heads.reduce((sum, head) => sum + head.papers - (deleted.get(head.number) ?? head.deleted), 0);
  const had = before?.pack.papers ?? 0;
  const stayed = had > 0 ? ((before?.pack.bytes ?? 0) * (papers - intake.counts.added)) / had : 0;
  const bytes = Math.round(stayed + intake.bytes);
  await endIntake(database, intake, { papers, bytes, dropped, deletions, gone: await documentsOf(pages, gone) }, now);
  return { ...intake.counts, dropped };
}

async function documentsOf(pages: PageSource, spots: readonly Spot[]): Promise<number[]> {
  const documents: number[] = [];
  const breathe = createBreather();
  for (let at = 0; at < spots.length; at += AT_ONCE) {
    documents.push(...(await documentsAt(pages, spots.slice(at, at + AT_ONCE))));
    await breathe();
  }
  return documents;
}

async function codesOf(database: Database, intake: number): Promise<{ taken: CodeSet; removed: CodeSet }> {
  const [taken, removed] = [new CodeSet(), new CodeSet()];
  const breathe = createBreather();
  for (const batch of await readBatches(database, intake)) {
    for (const code of batch.codes) taken.add(code);
    for (const code of batch.removed) removed.add(code);
    await breathe();
  }
  return { taken, removed };
}

/** Which papers leave their segments: those that a later segment has, and those that leave the pack. */
async function deletionsOf(
  { number, isWhole }: { number: number; isWhole: boolean },
  base: readonly SegmentTable[],
  own: readonly SegmentTable[],
  taken: CodeSet,
  removed: CodeSet,
): Promise<{ deletions: Deletion[]; gone: Spot[]; dropped: number }> {
  const later = new CodeSet();
  const deletions: Deletion[] = [];
  const gone: Spot[] = [];
  const breathe = createBreather();
  let dropped = 0;
  for (const table of [...base, ...own].toReversed()) {
    const { head, ids, deleted: before } = table;
    const isOwn = own.includes(table);
    const left: number[] = [];
    for (const [paper, code] of ids.entries()) {
      if (paper % AT_ONCE === 0) await breathe();
      if (placeOf(before, paper) >= 0) continue;
      const leaves = removed.has(code) || (isWhole && !isOwn && !taken.has(code));
      if (!leaves && !later.has(code)) {
        later.add(code);
        continue;
      }
      if (leaves && !isOwn) dropped++;
      left.push(paper);
      gone.push({ pack: number, segment: head.number, paper });
    }
    if (left.length === 0) continue;
    const all = Uint32Array.from([...before, ...left]).sort();
    deletions.push({ segment: head.number, page: writeDeleted(all), deleted: all.length });
  }
  return { deletions, gone, dropped };
}
