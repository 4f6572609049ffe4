import type { Clock } from '../asking/clock';
import { createHarvester, type Harvester } from '../harvest/harvester';
import { askForPart } from '../harvest/part';
import type { Library } from '../library';
import { type BackgroundPacks, tellOfPacks } from './packs';

/** The fetching of packs from arXiv into the library. */
export function harvesterIn(
  library: Library,
  packs: BackgroundPacks,
  { clock, goOn }: { clock: Clock; goOn: () => void },
): Harvester {
  return createHarvester({
    store: library.harvests,
    packs: { ...library.packs, end: packs.end, cancel: packs.cancel },
    pace: () => library.pace.get(),
    ask: (question, signal) => askForPart(question, { fetch: (...request) => fetch(...request), clock, signal }),
    goOn,
    changed: tellOfPacks,
    now: () => clock.now(),
  });
}
