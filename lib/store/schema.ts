import type { DBSchema } from 'idb';
import type { EditOutcome } from '../edit';
import type { Job } from '../job';
import type { LibraryRecord, Paper, PaperId } from '../paper';

/** A named set of papers that came together; the seeds that the extension brings are the pack `bundled`. */
export interface Pack {
  name: string;
  /** What its content was made of: the same digest, the same papers. */
  digest: string;
  ids: PaperId[];
}

/** An edit that was made, and what came of it: whoever did not hear and asks again is told the same. */
export interface Operation {
  /** Edits are numbered from 1 on, in the order in which they were made. */
  sequence: number;
  /** The name that the one who asked gave it. */
  operation: string;
  outcome: EditOutcome;
}

/**
 * What the database holds. Facts of papers and what the person made of them are apart, so that new facts never
 * touch the person's records.
 */
export interface Schema extends DBSchema {
  papers: { key: PaperId; value: Paper };
  library: { key: PaperId; value: LibraryRecord };
  packs: { key: string; value: Pack };
  operations: { key: number; value: Operation; indexes: { operation: string } };
  queue: { key: PaperId; value: Job; indexes: { notBefore: number } };
  /** Small values that stand for themselves, each under its name. */
  meta: { key: string; value: unknown };
}
