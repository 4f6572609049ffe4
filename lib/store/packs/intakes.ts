import { ExpectedError } from '../../errors';
import type { PackCounts, PackIntake } from '../../pack';
import type { Paper } from '../../paper';
import type { SegmentHead } from '../../segment';
import { together, type WritingTo } from '../atomically';
import type { Database } from '../connection';
import type { Batch, Intake, NumberKind, Pack } from '../schema';
import { firstDocument } from './documents';
import { type Deletion, inPlaceOf, type WrittenSegment } from './packs';

/** What is to be known of an intake, in whatever order: nobody sees anything of it before {@link endIntake}. */

const RECORDS = ['packs', 'intakes', 'leftovers', 'numbers'] as const;

const NOTHING: PackCounts = { added: 0, changed: 0, reused: 0 };

/** Begins to take papers into a pack. An intake into the same pack that was left before its end is taken back. */
export function beginIntake(database: Database, intake: PackIntake & { digest?: string }): Promise<Intake> {
  return together(database, RECORDS, 'strict', async (transaction) => {
    for (const left of await transaction.objectStore('intakes').getAll()) {
      if (left.name === intake.name) await takeBack(transaction, left);
    }
    const pack = await transaction.objectStore('packs').get(intake.name);
    const begun: Intake = {
      ...intake,
      number: await nextNumber(transaction.objectStore('numbers'), 'intake'),
      pack: pack?.number ?? (await nextNumber(transaction.objectStore('numbers'), 'pack')),
      segments: [],
      lengths: pack?.lengths ?? [],
      firstPlace: pack?.nextPlace ?? 0,
      indexedTo: pack?.nextPlace ?? 0,
      nextPlace: pack?.nextPlace ?? 0,
      counts: NOTHING,
      bytes: 0,
      lastBatch: -1,
      lastCounts: NOTHING,
    };
    await transaction.objectStore('intakes').put(begun);
    return begun;
  });
}

export async function readIntakes(database: Database): Promise<Intake[]> {
  return database.getAll('intakes');
}

/**
 * @throws {ExpectedError} where there is no such intake any more.
 */
export async function readIntake(database: Database, number: number): Promise<Intake> {
  return expected(await database.get('intakes', number));
}

export async function readBatches(database: Database, intake: number): Promise<Batch[]> {
  return database.getAll('batches', batchesOf(intake));
}

/** Writes a batch: its papers, each with its place, and how the intake stands after it. */
export function addBatch(
  database: Database,
  before: Intake,
  batch: Batch,
  papers: readonly { place: number; paper: Paper }[],
  after: Pick<Intake, 'counts' | 'bytes' | 'lastCounts' | 'nextPlace'>,
): Promise<Intake> {
  return together(database, ['intakes', 'batches', 'documents'], 'relaxed', async (transaction) => {
    const intakes = transaction.objectStore('intakes');
    expected(await intakes.get(before.number));
    const first = firstDocument(before.pack);
    const intake = { ...before, ...after, lastBatch: before.lastBatch + 1 };
    const documents = transaction.objectStore('documents');
    await Promise.all(papers.map(async ({ place, paper }) => documents.put(paper, first + place)));
    await transaction.objectStore('batches').put(batch, [before.number, intake.lastBatch]);
    await intakes.put(intake);
    return intake;
  });
}

/** A segment that is about to be written: its number, and what has it cleared away until something refers to it. */
export interface BegunSegment {
  segment: number;
  leftover: number;
}

/** Begins a segment. It counts as left over until something refers to it. */
export function beginSegment(database: Database): Promise<BegunSegment> {
  return together(database, ['numbers', 'leftovers'], 'relaxed', async (transaction) => {
    const segment = await nextNumber(transaction.objectStore('numbers'), 'segment');
    return { segment, leftover: await transaction.objectStore('leftovers').put({ segment }) };
  });
}

/**
 * Has an intake refer to a segment that was written.
 *
 * @param gone the segments of the intake that it was made of, in whose place it comes; none where it holds new papers.
 * @param documents the numbers of the documents to which only those referred.
 */
export function addSegment(
  database: Database,
  { number }: Intake,
  made: WrittenSegment,
  { gone = [], documents = [], ...after }: Partial<Pick<Intake, 'lengths' | 'indexedTo'>> & Partial<Replaced>,
): Promise<Intake> {
  return together(database, ['intakes', 'leftovers'], 'relaxed', async (transaction) => {
    const intakes = transaction.objectStore('intakes');
    const leftovers = transaction.objectStore('leftovers');
    const intake = expected(await intakes.get(number));
    const segments = gone.length > 0 ? inPlaceOf(intake.segments, gone, [made]) : [...intake.segments, made.head];
    const grown = { ...intake, ...after, segments };
    await intakes.put(grown);
    await leftovers.delete(made.leftover);
    for (const head of gone) await leftovers.put({ segment: head.number });
    if (documents.length > 0) await leftovers.put({ documents });
    return grown;
  });
}

interface Replaced {
  gone: readonly SegmentHead[];
  documents: number[];
}

/** Has an intake refer to none of its segments any more: all of its papers are to be indexed anew. */
export function forgetSegments(database: Database, { number }: Intake): Promise<Intake> {
  return together(database, ['intakes', 'leftovers'], 'relaxed', async (transaction) => {
    const intakes = transaction.objectStore('intakes');
    const intake = expected(await intakes.get(number));
    const emptied = { ...intake, segments: [], indexedTo: intake.firstPlace };
    await intakes.put(emptied);
    for (const head of intake.segments) await transaction.objectStore('leftovers').put({ segment: head.number });
    return emptied;
  });
}

/** How a pack is after an intake. */
export interface Ending extends Pick<Pack, 'papers' | 'bytes'> {
  /** How many papers have left it. */
  dropped: number;
  /** Of the segments of the pack and of the intake. */
  deletions: Deletion[];
  /** The numbers of the documents that nobody refers to any more. */
  gone: number[];
}

/**
 * Brings an intake to its end, in one transaction: from here on its papers are those of the pack.
 *
 * @param now the time, in milliseconds since 1970.
 */
export function endIntake(
  database: Database,
  intake: Intake,
  { papers, bytes, dropped, deletions, gone }: Ending,
  now: number,
): Promise<Pack> {
  const stores = ['packs', 'intakes', 'pages', 'leftovers'] as const;
  return together(database, stores, 'strict', async (transaction) => {
    expected(await transaction.objectStore('intakes').get(intake.number));
    const packs = transaction.objectStore('packs');
    const before = await packs.get(intake.name);
    const request = intake.request ?? before?.request;
    const heads = [...(before?.segments ?? []), ...intake.segments];
    const deletedIn = new Map(deletions.map(({ segment, deleted }) => [segment, deleted]));
    const pack: Pack = {
      name: intake.name,
      number: intake.pack,
      isOn: before?.isOn ?? true,
      ...(intake.digest !== undefined && { digest: intake.digest }),
      ...(request && { request }),
      segments: heads.map((head) => withDeleted(head, deletedIn.get(head.number))),
      lengths: intake.lengths,
      papers,
      bytes,
      updated: now,
      lastIntake: { number: intake.number, outcome: { ...intake.counts, dropped } },
      nextPlace: intake.nextPlace,
    };
    const [leftovers, pages] = [transaction.objectStore('leftovers'), transaction.objectStore('pages')];
    await packs.put(pack);
    await transaction.objectStore('intakes').delete(intake.number);
    await leftovers.put({ intake: intake.number });
    if (gone.length > 0) await leftovers.put({ documents: gone });
    for (const { segment, page } of deletions) await pages.put(page.bytes, [segment, page.file, page.key]);
    return pack;
  });
}

function withDeleted(head: SegmentHead, deleted = head.deleted): SegmentHead {
  return { ...head, deleted };
}

/** Takes all of an intake back. One that is not there is taken back already. */
export function cancelIntake(database: Database, number: number): Promise<void> {
  return together(database, RECORDS, 'strict', async (transaction) => {
    const intake = await transaction.objectStore('intakes').get(number);
    if (intake) await takeBack(transaction, intake);
  });
}

async function takeBack(transaction: WritingTo<(typeof RECORDS)[number]>, intake: Intake): Promise<void> {
  const packs = transaction.objectStore('packs');
  const leftovers = transaction.objectStore('leftovers');
  const first = firstDocument(intake.pack);
  const pack = await packs.get(intake.name);
  // Its places are not given out again while its documents are being cleared away.
  if (pack) await packs.put({ ...pack, nextPlace: intake.nextPlace });
  await transaction.objectStore('intakes').delete(intake.number);
  await leftovers.put({ intake: intake.number });
  await leftovers.put({ range: [first + intake.firstPlace, first + intake.nextPlace] });
  for (const { number } of intake.segments) await leftovers.put({ segment: number });
}

/** The keys of the batches of an intake. */
export function batchesOf(intake: number): IDBKeyRange {
  return IDBKeyRange.bound([intake], [intake, []]);
}

/** The store of numbers, in whatever transaction. */
interface Numbers {
  get(kind: NumberKind): Promise<number | undefined>;
  put(number: number, kind: NumberKind): Promise<unknown>;
}

async function nextNumber(numbers: Numbers, kind: NumberKind): Promise<number> {
  const number = (await numbers.get(kind)) ?? 1;
  await numbers.put(number + 1, kind);
  return number;
}

function expected(intake: Intake | undefined): Intake {
  if (!intake) {
    throw new ExpectedError('This import was cancelled, or another one into the same pack has begun. Import it again.');
  }
  return intake;
}
