import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { newRun } from '../../../lib/harvest/policy';
import type { Harvest } from '../../../lib/harvesting';
import { connectTo } from '../../../lib/store/connection';
import { deleteHarvest, putHarvest, readHarvest, readHarvests } from '../../../lib/store/harvests';

it('is there as it was put, one of each name, until it is let go', async () => {
  const database = await connectTo('harvests', async () => undefined)();
  const request = { categories: ['cs.CL'] };
  const mine: Harvest = { name: 'mine', run: newRun(1, request) };
  const other: Harvest = { name: 'other', last: { request, began: '2026-03-02' } };
  await putHarvest(database, { name: 'mine', last: { request } });
  await putHarvest(database, mine);
  await putHarvest(database, other);
  expect(await readHarvests(database)).toEqual([mine, other]);
  await deleteHarvest(database, 'other');
  expect(await readHarvest(database, 'other')).toBeUndefined();
  expect(await readHarvest(database, 'mine')).toEqual(mine);
});
