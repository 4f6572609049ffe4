import { DamagedSegment } from '../../search/segment/format';
import type { SearchedSegment } from '../../search/segment/search';
import { paperIn, type SegmentTable } from '../../search/segment/segment-table';
import { readDeleted, readIds, readNorms, wholeTable } from '../../search/segment/tables';
import type { PageSource, SegmentFile, SegmentHead } from '../../segment';
import type { Database } from '../../store/connection';
import { readPacks } from '../../store/packs/packs';
import type { Pack } from '../../store/schema';

/** A pack, and which papers it has. */
export interface PackTable {
  pack: Pack;
  /** In the order in which they were written. */
  segments: SegmentTable[];
  /** Segments that cannot be read. */
  damaged: SegmentHead[];
}

/** Where a paper lies: the numbers of its pack and segment, and its own in the segment. */
export interface Spot {
  pack: number;
  segment: number;
  paper: number;
}

/**
 * Reads which papers the packs have, in the order in which these came.
 *
 * @param before what was read already: of that only what has changed is read anew.
 * @param isDamaged tells of a segment by its number whether something in it could not be read.
 */
export async function readTables(
  database: Database,
  pages: PageSource,
  before: readonly PackTable[],
  isDamaged: (segment: number) => boolean,
): Promise<PackTable[]> {
  const packs = await readPacks(database);
  const known = before.flatMap(({ segments }) => segments);
  const meant = packs.flatMap(({ segments }) => segments).filter(({ number }) => !isDamaged(number));
  const tables = await readSegmentTables(pages, meant, known);
  return packs.map((pack) => ({
    pack,
    segments: pack.segments.flatMap(({ number }) => tables.get(number) ?? []),
    damaged: pack.segments.filter(({ number }) => !tables.has(number)),
  }));
}

/**
 * Reads which papers some segments have, by their numbers; those that cannot be read are left out.
 *
 * @param before what was read already. Of these the only thing that changes is which papers have left them.
 */
export async function readSegmentTables(
  pages: PageSource,
  heads: readonly SegmentHead[],
  before: readonly SegmentTable[] = [],
): Promise<Map<number, SegmentTable>> {
  const known = new Map(before.map((table) => [table.head.number, table]));
  const changed = heads.filter(({ number, deleted }) => known.get(number)?.head.deleted !== deleted);
  const fresh = changed.filter(({ number }) => !known.has(number));
  const [ids, norms, deleted] = await Promise.all([
    readFile(pages, 'ids', fresh),
    readFile(pages, 'norms', fresh),
    readFile(pages, 'deleted', changed),
  ]);
  const tables = new Map<number, SegmentTable>();
  for (const head of heads) {
    const { number } = head;
    const table = known.get(number);
    if (table?.head.deleted === head.deleted) {
      tables.set(number, table);
      continue;
    }
    try {
      tables.set(number, {
        head,
        ids: table?.ids ?? readIds(head, ids.get(number) ?? []),
        norms: table?.norms ?? readNorms(head, norms.get(number) ?? []),
        deleted: readDeleted(head, deleted.get(number)?.[0]),
      });
    } catch (error) {
      if (!(error instanceof DamagedSegment)) throw error;
    }
  }
  return tables;
}

/** The segments of these packs as a search takes them. */
export function searchedOf(tables: readonly PackTable[]): SearchedSegment[] {
  return tables.flatMap(({ pack, segments }) => segments.map((table) => ({ ...table, pack: pack.name })));
}

/** All pages of a file of some segments, by the numbers of these. */
async function readFile(
  pages: PageSource,
  file: SegmentFile,
  heads: readonly SegmentHead[],
): Promise<Map<number, Uint8Array<ArrayBuffer>[]>> {
  const read = await pages.read(heads.map(({ number }) => wholeTable(number, file)));
  return new Map(heads.map(({ number }, at) => [number, read[at] ?? []]));
}

/** Where the paper with this code lies among the segments of a pack, in their order; undefined where it does not. */
export function spotIn(pack: number, segments: readonly SegmentTable[], code: number): Spot | undefined {
  for (let at = segments.length - 1; at >= 0; at--) {
    const table = segments[at];
    const paper = table ? paperIn(table, code) : -1;
    if (table && paper >= 0) return { pack, segment: table.head.number, paper };
  }
  return undefined;
}
