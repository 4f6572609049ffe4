import type { DBSchema } from 'idb';
import type { EditOutcome } from '../edit';
import type { Harvest } from '../harvesting';
import type { Job } from '../job';
import type { HarvestRequest, PackCounts, PackOutcome } from '../pack';
import type { LibraryRecord, Paper, PaperId } from '../paper';
import type { PackedPrints } from '../print';
import type { PageKey, SegmentHead } from '../segment';

/** A pack as it is on disk. Its papers lie among the documents, and the segments of its index among the pages. */
export interface Pack {
  name: string;
  /** No other pack has it, nor had. Its documents are numbered from `firstDocument` of it on. */
  number: number;
  isOn: boolean;
  /** What its content was made of: the same digest, the same papers. Of the bundled papers alone. */
  digest?: string;
  request?: HarvestRequest;
  /** In the order in which they were written: of a paper that is in several, the last one counts. */
  segments: SegmentHead[];
  /** The mean lengths of the fields of its papers, by which they are ranked. */
  lengths: number[];
  papers: number;
  /** The bytes of its papers as JSON. */
  bytes: number;
  /** When its content last changed, in milliseconds since 1970. */
  updated: number;
  /** The place of the next document. */
  nextPlace: number;
  /** The intake that it has its content from, and what came of it: whoever did not hear and asks again is told. */
  lastIntake: { number: number; outcome: PackOutcome };
}

/** Papers that are on the way into a pack: none of it is searched before it has come to its end. */
export interface Intake extends Pick<Pack, 'name' | 'digest' | 'request' | 'lengths' | 'segments'> {
  number: number;
  /** The number of the pack. */
  pack: number;
  /** Whether papers that are not among these leave the pack. */
  isWhole: boolean;
  /** The places of its documents, and up to which of them they are in its segments. */
  firstPlace: number;
  indexedTo: number;
  nextPlace: number;
  counts: PackCounts;
  bytes: number;
  /** The number of the last batch, and what came of it; -1 before the first one. */
  lastBatch: number;
  lastCounts: PackCounts;
}

/** What an intake must know of a batch when it comes to its end. */
export interface Batch {
  /** The codes of all papers of the batch. */
  codes: Uint32Array<ArrayBuffer>;
  /** The codes of those that leave the pack. */
  removed: Uint32Array<ArrayBuffer>;
}

/** What is left to be cleared away: nothing refers to it any more. */
export type Leftover =
  | { segment: number }
  /** The batches of an intake. */
  | { intake: number }
  | { documents: number[] }
  /** Documents from one number to another, without that. */
  | { range: [from: number, to: number] };

/** What has numbers that are given out once. */
export type NumberKind = 'pack' | 'segment' | 'intake';

/** An edit that was made, and what came of it: whoever did not hear and asks again is told the same. */
interface Operation {
  /** Edits are numbered from 1 on, in the order in which they were made. */
  sequence: number;
  /** The name that the one who asked gave it. */
  operation: string;
  outcome: EditOutcome;
}

/**
 * What the database holds. What the person made, the facts of the papers that they keep, and the packs are apart: new
 * facts never touch the person's records, and a pack touches neither.
 */
export interface Schema extends DBSchema {
  /** The facts of the papers that the person keeps. */
  papers: { key: PaperId; value: Paper };
  library: { key: PaperId; value: LibraryRecord };
  /** The kept papers that the stacks do not have as they are now. */
  loose: { key: PaperId; value: { id: PaperId } };
  /** The fingerprints of loose papers, made of their facts as these are now; one that has none yet is missing. */
  prints: { key: PaperId; value: PackedPrints };
  operations: { key: number; value: Operation; indexes: { operation: string } };
  queue: { key: PaperId; value: Job; indexes: { notBefore: number } };
  /** Small values that stand for themselves, each under its name. */
  meta: { key: string; value: unknown };
  packs: { key: string; value: Pack };
  /** The papers of packs. */
  documents: { key: number; value: Paper };
  /** The pages of the segments of packs. */
  pages: { key: [segment: number, file: string, key: PageKey]; value: Uint8Array<ArrayBuffer> };
  intakes: { key: number; value: Intake };
  batches: { key: [intake: number, batch: number]; value: Batch };
  harvests: { key: string; value: Harvest };
  /** What was replaced or taken back and is still to be cleared away. */
  leftovers: { key: number; value: Leftover };
  /** The next number of each kind that is given out once. */
  numbers: { key: NumberKind; value: number };
}
