import type { PackSummary } from '../pack';
import type { HarvestedPack } from './harvester';

/** The packs as they are listed, with what is being fetched for them; also those whose first papers are on their way. */
export function withHarvests(packs: readonly PackSummary[], harvested: readonly HarvestedPack[]): PackSummary[] {
  const known = packs.map((pack) => {
    const harvest = harvested.find(({ name }) => name === pack.name)?.harvest;
    return { ...pack, ...(harvest && { harvest }) };
  });
  const coming = harvested.filter(({ name, harvest }) => harvest && !packs.some((pack) => pack.name === name));
  return [...known, ...coming.map((pack) => ({ ...NOTHING_YET, ...pack }))];
}

const NOTHING_YET = { isOn: true, papers: 0, bytes: { papers: 0, index: 0 }, updated: 0 };
