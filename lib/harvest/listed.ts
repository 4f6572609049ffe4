import type { HarvestState, PackSummary } from '../pack';
import type { HarvestedPack } from './harvester';

/** The packs as they are listed, with what is being fetched for them; also those whose first papers are on their way. */
export function withHarvests(packs: readonly PackSummary[], harvested: readonly HarvestedPack[]): PackSummary[] {
  const harvests = new Map(harvested.map(({ name, harvest }) => [name, harvest]));
  const known = packs.map((pack) => withHarvest(pack, harvests.get(pack.name)));
  const coming = harvested.filter(({ name, harvest }) => harvest && !packs.some((pack) => pack.name === name));
  return [...known, ...coming.map(yetEmpty)];
}

function withHarvest(pack: PackSummary, harvest: HarvestState | undefined): PackSummary {
  return harvest ? { ...pack, harvest } : pack;
}

function yetEmpty(pack: HarvestedPack): PackSummary {
  return { ...pack, isOn: true, papers: 0, bytes: { papers: 0, index: 0 }, updated: 0 };
}
