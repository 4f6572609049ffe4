import type { DBSchema } from 'idb';
import type { LibraryRecord, Paper, PaperId } from '../paper';

/** A named set of papers that came together; the seeds that the extension brings are the pack `bundled`. */
export interface Pack {
  name: string;
  /** What its content was made of: the same digest, the same papers. */
  digest: string;
  ids: PaperId[];
}

/**
 * What the database holds. Facts of papers and what the person made of them are apart, so that new facts never
 * touch the person's records.
 */
export interface Schema extends DBSchema {
  papers: { key: PaperId; value: Paper };
  library: { key: PaperId; value: LibraryRecord };
  packs: { key: string; value: Pack };
}
