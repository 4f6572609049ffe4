import { isExpected } from '../errors';
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
 * Loads the bundled papers where the database does not have them as they are now; otherwise one read. Where they cannot
 * be loaded, as on a full disk, nobody is kept from their library: the next start tries again.
 *
 * @returns those that were loaded.
 */
export async function loadBundled(packs: Packs, seeds: Seeds): Promise<Paper[]> {
  if ((await packs.digestOf(BUNDLED)) === seeds.digest) return [];
  try {
    return await load(packs, seeds);
  } catch (error) {
    if (isExpected(error)) return [];
    throw error;
  }
}

async function load(packs: Packs, { digest, papers }: Seeds): Promise<Paper[]> {
  const intake = await packs.begin({ name: BUNDLED, isWhole: true, digest });
  const all = papers();
  for (let at = 0; at < all.length; at += MAX_PACKED) {
    await packs.add(intake, at / MAX_PACKED, all.slice(at, at + MAX_PACKED));
  }
  await packs.end(intake);
  return all;
}
