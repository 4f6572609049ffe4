import type { HarvestRequest, PackSummary } from '../../lib/pack';
import type { Source } from '../use-answer';

/** The packs, and what can be done with them. Each promise resolves when it is done. */
export interface PackSource extends Source<PackSummary[]> {
  switch(name: string, isOn: boolean): Promise<unknown>;
  remove(name: string): Promise<unknown>;
  /** Begins to fetch papers from arXiv. */
  harvest(name: string, request: HarvestRequest): Promise<unknown>;
  /** Fetches what has changed since. */
  renew(name: string): Promise<unknown>;
  pause(name: string): Promise<unknown>;
  resume(name: string): Promise<unknown>;
  /** Ends it, and takes back what it has brought. */
  cancel(name: string): Promise<unknown>;
}
