import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { deleteDB } from 'idb';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ImportOutcome, Made } from '../../../../lib/edit';
import type { Exporter, Kept } from '../../../../lib/exchange/format';
import { EXPORTERS, IMPORTERS } from '../../../../lib/exchange/registry';
import { onOneLine } from '../../../../lib/exchange/text';
import { createLibrary } from '../../../../lib/library';
import { takeIn } from '../../../../lib/library/intake';
import { ToLibrary } from '../../../../lib/library/intake/to-library';
import { readKept } from '../../../../lib/library/kept';
import { admit } from '../../../../lib/messages/admission';
import { objectionTo } from '../../../../lib/messages/objection';
import type { LibraryRecord } from '../../../../lib/paper';
import { connectTo, type Database } from '../../../../lib/store/connection';
import { carried } from '../../exchange/files';
import { keptPapers } from '../../exchange/papers';
import { memoryArea } from '../../store/area';
import { fileOf } from './fakes';

/** A thousand papers that are kept, of every kind that there may be. */
const PAPERS = fc
  .sample(keptPapers, { seed: 20_261_125, numRuns: 2000 })
  .flatMap(({ paper, record }): Kept[] => {
    const { id } = paper;
    return [{ paper, record: record ?? { id, state: 'saved', savedAt: 1 } }];
  })
  .filter(({ paper }, at, all) => all.findIndex((other) => other.paper.id === paper.id) === at)
  // No library has a paper with a tag of blanks, or a title of them.
  .filter(({ paper }) => onOneLine(paper.title) !== '')
  .filter(({ paper, record }) => objectionTo({ facts: paper, ...(record && { kept: madeOf(record) }) }) === undefined)
  .slice(0, 1000);

function madeOf({ id: _id, ...made }: LibraryRecord): Made {
  return made;
}

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) {
    database.close();
    await deleteDB(database.name);
  }
});

let count = 0;

/** Takes a file in as the page and the worker do, into a library of its own, and gives all that is kept then. */
async function takenIn(text: string): Promise<{ kept: Kept[]; again: () => Promise<object> }> {
  const name = `round-trip-${count++}`;
  const library = createLibrary({
    name,
    seeds: { digest: 'none', papers: () => [] },
    now: () => 1,
    local: memoryArea(),
    session: memoryArea(),
  });
  const importBatch = async (batch: unknown): Promise<ImportOutcome> =>
    library.importPapers(admit('extension page', 'importPapers', batch));
  const take = () =>
    takeIn([fileOf('file', text, [997, 65_536])], {
      destination: (persist) => new ToLibrary(importBatch, persist),
      objection: objectionTo,
      papersWith: async (abstracts) => abstracts.map(() => null),
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
  const result = await take();
  expect(result).toMatchObject({ imported: PAPERS.length, updated: 0, unchanged: 0, skipped: 0, remarks: [] });
  const connect = connectTo(name, async () => undefined);
  const database = await connect();
  opened.push(database);
  return { kept: await readKept(database, async () => []), again: take };
}

const written = ({ write }: Exporter, papers: readonly Kept[]) => [...write(papers)].join('');
const byId = (one: Kept, other: Kept) => (one.paper.id < other.paper.id ? -1 : 1);

const BACKUP = EXPORTERS.find(({ name }) => name === 'backup') as Exporter;
const OTHERS = EXPORTERS.filter(
  ({ name }) => name !== 'backup' && IMPORTERS.some((importer) => importer.name === name),
);

describe('a thousand papers of a library', () => {
  let originals: Kept[];
  beforeAll(async () => {
    originals = (await takenIn(written(BACKUP, PAPERS))).kept;
  });

  it('come back from a backup as they were', async () => {
    expect(PAPERS).toHaveLength(1000);
    const { kept } = await takenIn(written(BACKUP, originals));
    expect(kept.toSorted(byId)).toEqual(originals.toSorted(byId));
  });

  it.each(OTHERS.map((format) => [format.name, format] as const))(
    'come back from %s with all that it carries, and change nothing when they come once more',
    async (_name, format) => {
      const { kept, again } = await takenIn(written(format, originals));
      expect(kept.toSorted(byId).map(carried)).toEqual(originals.toSorted(byId).map(carried));
      expect(await again()).toMatchObject({ imported: 0, updated: 0, unchanged: 1000, skipped: 0 });
    },
  );
});
