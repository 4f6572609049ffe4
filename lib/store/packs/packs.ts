import { ExpectedError } from '../../errors';
import type { Page, SegmentHead } from '../../segment';
import { together } from '../atomically';
import type { Database } from '../connection';
import type { Pack } from '../schema';
import { firstDocument } from './documents';

/** All packs, those that are off too, in the order in which they came. */
export async function readPacks(database: Database): Promise<Pack[]> {
  return (await database.getAll('packs')).sort((one, other) => one.number - other.number);
}

/**
 * @throws {ExpectedError} where there is no such pack.
 */
export function switchPack(database: Database, name: string, isOn: boolean): Promise<void> {
  return together(database, ['packs'], 'strict', async (transaction) => {
    const packs = transaction.objectStore('packs');
    await packs.put({ ...(await expected(packs, name)), isOn });
  });
}

/** Removes a pack, its papers and its index; they are cleared away later. What the person keeps is not touched. */
export function removePack(database: Database, name: string): Promise<void> {
  return together(database, ['packs', 'leftovers'], 'strict', async (transaction) => {
    const packs = transaction.objectStore('packs');
    const { number, segments, nextPlace } = await expected(packs, name);
    const leftovers = transaction.objectStore('leftovers');
    const first = firstDocument(number);
    await packs.delete(name);
    await leftovers.put({ range: [first, first + nextPlace] });
    for (const segment of segments) await leftovers.put({ segment: segment.number });
  });
}

/** A segment that was written, and what has it cleared away until something refers to it. */
export interface WrittenSegment {
  head: SegmentHead;
  leftover: number;
}

/** Puts segments that were written in the place of those that they were made of; nothing else of the pack changes. */
export function replaceSegments(
  database: Database,
  name: string,
  gone: readonly SegmentHead[],
  made: readonly WrittenSegment[],
): Promise<void> {
  return together(database, ['packs', 'leftovers'], 'strict', async (transaction) => {
    const packs = transaction.objectStore('packs');
    const pack = await expected(packs, name);
    const leftovers = transaction.objectStore('leftovers');
    await packs.put({ ...pack, segments: inPlaceOf(pack.segments, gone, made) });
    for (const { leftover } of made) await leftovers.delete(leftover);
    for (const { number } of gone) await leftovers.put({ segment: number });
  });
}

/** Segments in which others stand where the first of those stood that they were made of. */
export function inPlaceOf(
  segments: readonly SegmentHead[],
  gone: readonly SegmentHead[],
  made: readonly WrittenSegment[],
): SegmentHead[] {
  const isGone = ({ number }: SegmentHead) => gone.some((head) => head.number === number);
  const at = segments.findIndex(isGone);
  const heads = made.map(({ head }) => head);
  return segments.flatMap((head, place) => (place === at ? heads : isGone(head) ? [] : [head]));
}

/** The papers of a segment that have left it: a page that is written anew. */
export interface Deletion {
  segment: number;
  page: Page;
  /** How many have left it by now. */
  deleted: number;
}

/** A pack's own place among the packs. */
interface Packs {
  get(name: string): Promise<Pack | undefined>;
}

async function expected(packs: Packs, name: string): Promise<Pack> {
  const pack = await packs.get(name);
  if (!pack) throw new ExpectedError(`There is no pack “${name}” any more.`);
  return pack;
}
