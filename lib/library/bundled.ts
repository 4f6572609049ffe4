import type { Paper } from '../paper';
import type { Database } from '../store/connection';
import { getPack, putPack } from '../store/packs';

/** The name of the pack that the extension brings. */
const BUNDLED = 'bundled';

/** The papers that come with this version of the extension, and a digest that changes with any of their facts. */
export interface Seeds {
  digest: string;
  /** Called only where they must be written. */
  papers: () => Paper[];
}

/** Loads the bundled papers where the database does not have them as they are now; otherwise one read. */
export async function loadBundled(database: Database, seeds: Seeds): Promise<void> {
  const pack = await getPack(database, BUNDLED);
  if (pack?.digest === seeds.digest) return;
  await putPack(database, { name: BUNDLED, digest: seeds.digest, papers: seeds.papers() });
}
