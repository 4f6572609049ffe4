import { wholeTable } from '../../search/segment/tables';
import type { PageSource } from '../../segment';
import type { Database } from '../../store/connection';
import { readPacks } from '../../store/packs/packs';

/**
 * Pages of which the filters of fingerprints are being read from now on, of all packs that are on: they are large, and all
 * are needed, but a worker that has just started is still reading which papers the packs have.
 *
 * @param opening the database.
 */
export function withFiltersAhead(pages: PageSource, opening: Promise<Database>): PageSource {
  const begun = opening.then(async (database) => {
    const segments = (await readPacks(database)).filter(({ isOn }) => isOn).flatMap((pack) => pack.segments);
    return new Map(
      segments.map(({ number }) => {
        const reading = pages.read([wholeTable(number, 'filter')]);
        // Whoever needs it hears of it.
        reading.catch(() => undefined);
        return [number, reading];
      }),
    );
  });
  begun.catch(() => undefined);
  return {
    async read(ranges) {
      const [first, ...others] = ranges;
      if (first?.file !== 'filter' || others.length > 0) return pages.read(ranges);
      return (await begun).get(first.segment) ?? pages.read(ranges);
    },
  };
}
