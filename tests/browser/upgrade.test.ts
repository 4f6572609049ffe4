import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Chromium } from './chromium';
import { healthOf, journalOf, makeEdit, recordsOf } from './edits';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const chrome: { storage: Record<'local' | 'session', { clear(): Promise<void> }> };

/** What a page holds open. */
declare global {
  var held: IDBDatabase;
}

const RECORD = { id: '2512.13961', state: 'reading', savedAt: 1000, savedFrom: 'arxiv.org' };

let chromium: Chromium;
beforeAll(async () => {
  chromium = await Chromium.launch();
});
afterAll(() => chromium.close());

/** Has a page hold the database open in a version, as the extension's own pages do: it gives way to a newer one. */
function holdOpen(page: Page, version: number, stores: Record<string, string>): Promise<void> {
  return page.evaluate(
    ([wanted, keys]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('manicule', wanted);
        opening.addEventListener('upgradeneeded', () => {
          for (const [store, keyPath] of Object.entries(keys)) opening.result.createObjectStore(store, { keyPath });
        });
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          globalThis.held = opening.result;
          held.addEventListener('versionchange', () => held.close());
          resolve();
        });
      }),
    [version, stores] as const,
  );
}

it('what the first version kept is brought over, though a page holds it open', async () => {
  await healthOf(chromium);
  const page = await chromium.open('manifest.json');
  // The profile of someone who has the first version: there is no second copy yet.
  await page.evaluate(async () => {
    await new Promise((resolve) => indexedDB.deleteDatabase('manicule').addEventListener('success', resolve));
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
  });
  await holdOpen(page, 1, { papers: 'id', library: 'id', packs: 'name' });
  await page.evaluate((record) => held.transaction('library', 'readwrite').objectStore('library').put(record), RECORD);

  expect(await recordsOf(chromium)).toEqual([RECORD]);
  expect([...(await journalOf(chromium)).copies.values()]).toEqual([expect.objectContaining({ record: RECORD })]);
  await makeEdit(chromium, { kind: 'star', id: RECORD.id });
  expect(await recordsOf(chromium)).toEqual([{ ...RECORD, isStarred: true }]);
});

it('the worker gives way to a newer version', async () => {
  await healthOf(chromium);
  const page = await chromium.open('manifest.json');
  await holdOpen(page, 1000, { more: 'id' });
  await expect(healthOf(chromium)).rejects.toThrow(/version/);
});
