import type { HarvestStore } from '../../../lib/harvest/outside';
import type { Harvest } from '../../../lib/harvesting';

/** Harvests that outlive the workers of a test. */
export class MemoryHarvests implements HarvestStore {
  private readonly kept = new Map<string, Harvest>();

  async all(): Promise<Harvest[]> {
    return [...this.kept.values()].map((harvest) => structuredClone(harvest));
  }

  async get(name: string): Promise<Harvest | undefined> {
    return structuredClone(this.kept.get(name));
  }

  async put(harvest: Harvest): Promise<void> {
    this.kept.set(harvest.name, structuredClone(harvest));
  }

  async delete(name: string): Promise<void> {
    this.kept.delete(name);
  }
}
