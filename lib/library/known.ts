import type { LibraryRecord, Paper, PaperId, PaperState } from '../paper';
import type { Database } from '../store/connection';
import { type Kept, readKept } from '../store/kept';
import type { InPacks, Packs } from './packs';

/** All that is known of one paper. */
export interface Known {
  id: PaperId;
  paper: Paper | undefined;
  record: LibraryRecord | undefined;
  /** The names of the packs that have it, of those that are on. */
  packs: readonly string[];
  /** What the person says of the paper goes before what a pack says; undefined where neither has it. */
  state: PaperState | undefined;
}

/** All that is known of these papers, in their order. */
export async function readKnown(database: Database, packs: Packs, ids: readonly PaperId[]): Promise<Known[]> {
  const [kept, inPacks] = await Promise.all([readKept(database, ids), packs.find(ids)]);
  return kept.map((one) => knownOf(one, inPacks.get(one.id)));
}

/** What is known of a paper by what the library has on it and what packs say of it. */
function knownOf({ id, paper, record }: Kept, found: InPacks | undefined): Known {
  return {
    id,
    paper: paper ?? found?.paper,
    record,
    packs: found?.packs ?? [],
    state: record?.state ?? (found && 'indexed'),
  };
}
