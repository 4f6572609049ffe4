import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { connectTo } from '../../../lib/store/connection';
import { beginSegment } from '../../../lib/store/packs/intakes';
import { clearLeftovers } from '../../../lib/store/packs/leftovers';
import { writePages } from '../../../lib/store/packs/pages';

it('clears away segments that nothing refers to, but for the one that is being written', async () => {
  const database = await connectTo('leftovers', async () => undefined)();
  const [left, writing] = [await beginSegment(database), await beginSegment(database)];
  for (const { segment } of [left, writing]) {
    await writePages(database, segment, [{ file: 'terms', key: 'glass', bytes: new Uint8Array(4) }]);
  }
  await clearLeftovers(database, writing.segment);
  expect((await database.getAllKeys('pages')).map(([segment]) => segment)).toEqual([writing.segment]);
  // Should it never be finished, it is still known to be left over.
  await clearLeftovers(database, undefined);
  expect(await database.count('pages')).toBe(0);
  expect(await database.count('leftovers')).toBe(0);
});
