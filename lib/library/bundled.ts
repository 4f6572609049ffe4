import { BUNDLED, MAX_PACKED } from '../pack';
import type { Paper } from '../paper';
import type { Packs } from './packs';

/** The papers that come with this version of the extension, and a digest that changes with any of their facts. */
export interface Seeds {
  digest: string;
  /** Called only where they must be written. */
  papers: () => Paper[];
}

/**
 * Loads the bundled papers where the database does not have them as they are now; otherwise one read.
 *
 * @returns those that were loaded.
 */
export async function loadBundled(packs: Packs, { digest, papers }: Seeds): Promise<Paper[]> {
  if ((await packs.digestOf(BUNDLED)) === digest) return [];
  const intake = await packs.begin({ name: BUNDLED, isWhole: true, digest });
  const all = papers();
  for (let at = 0; at < all.length; at += MAX_PACKED) {
    await packs.add(intake, at / MAX_PACKED, all.slice(at, at + MAX_PACKED));
  }
  await packs.end(intake);
  return all;
}
