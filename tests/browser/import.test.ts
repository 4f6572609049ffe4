import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { choose, importAll, outcomeOf, stored } from './exchange';
import { FILES, LABELLED_FEED, madeUpId, snapshotRecord, upload } from './exchange-files';
import { withChromium } from './with-chromium';
import { watchWorker } from './worker';

const chromium = withChromium();

let page: Page;
beforeEach(async () => {
  page = await chromium().open('library.html');
});

const snapshot = (from: number, count: number) =>
  upload('snapshot.json', Array.from({ length: count }, (_, at) => snapshotRecord(from + at)).join(''));

const keptIds = async () => (await stored(page, 'library')).map(({ id }) => id);

describe('a file', () => {
  it.each(FILES.map((file) => [file.name, file] as const))(
    '%s is imported, and twice is as once',
    async (_name, file) => {
      expect(await importAll(page, file)).toMatchObject({ imported: 2, updated: 0, unchanged: 0, skipped: 0 });
      const before = [await stored(page, 'library'), await stored(page, 'papers')];
      expect(await importAll(page, file)).toMatchObject({ imported: 0, updated: 0, unchanged: 2, skipped: 0 });
      expect([await stored(page, 'library'), await stored(page, 'papers')]).toEqual(before);
    },
  );

  it('of abstracts without ids is told by its texts', async () => {
    const told = await importAll(page, LABELLED_FEED);
    expect(told).toMatchObject({ unchanged: 2, skipped: 1 });
    expect(told.list[0]).toMatch(/^labelled\.txt, line 4 No paper that is known has this abstract/);
  });
});

it('imports several files at once, and names what of them it could not take', async () => {
  const told = await importAll(page, [
    snapshot(1000, 3),
    upload('broken.json', `${snapshotRecord(1010)}{"id": "2401.61011", "title"\n${snapshotRecord(1012)}`),
    upload('list.txt', 'Milk and bread'),
    upload('more.txt', madeUpId(1020)),
  ]);
  expect(told).toMatchObject({ imported: 6, skipped: 2 });
  expect(told.words).toBe('6 papers imported, 2 skipped.');
  expect(told.list).toEqual([
    expect.stringMatching(/^broken\.json, line 2 This record/),
    expect.stringMatching(/^list\.txt This file is in none of the formats/),
  ]);
});

it('takes a record for what it is, whatever keys it has', async () => {
  const record = `{"__proto__":{"title":"x"},"constructor":1,${snapshotRecord(1030).slice(1)}`;
  expect(await importAll(page, upload('a.json', `\uFEFF${record}${snapshotRecord(1031).trimEnd()}`))).toMatchObject({
    imported: 2,
    skipped: 0,
  });
});

it('takes an import back', async () => {
  const before = await keptIds();
  await choose(page, 'Import papers', snapshot(1100, 700));
  expect(await outcomeOf(page)).toMatchObject({ imported: 700 });
  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByText('The import was taken back.').waitFor();
  expect(await keptIds()).toEqual(before);
});

it('stops when it is told to, and keeps what was imported', async () => {
  const before = (await keptIds()).length;
  await choose(page, 'Import papers', snapshot(2000, 30_000));
  const bar = page.getByRole('progressbar');
  await expect.poll(() => bar.getAttribute('aria-valuetext')).toMatch(/[1-9][\d,]* papers/);
  // Others are not taken in meanwhile, which is said.
  await choose(page, 'Import papers', upload('one.json', snapshotRecord(39_000)));
  await page.getByRole('alert').getByText('One import at a time').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const told = await outcomeOf(page);
  expect(told.words).toMatch(/^Stopped: what was imported stays\. [\d,]+ papers imported\.$/);
  expect(told.imported).toBeLessThan(30_000);
  expect((await keptIds()).length).toBe(before + told.imported);
});

it('takes in every record once, though the worker is stopped again and again', async () => {
  const before = (await keptIds()).length;
  const life = await watchWorker(chromium());
  await choose(page, 'Import papers', snapshot(33_000, 6000));
  const kills = 5;
  for (let kill = 0; kill < kills; kill++) {
    await expect.poll(() => life.states.at(-1)).toBe('running');
    await life.stop();
  }
  expect(await outcomeOf(page)).toMatchObject({ imported: 6000, updated: 0, unchanged: 0, skipped: 0 });
  expect(life.states.filter((state) => state === 'stopped').length).toBeGreaterThanOrEqual(kills);
  expect((await keptIds()).length).toBe(before + 6000);
});

it('imports what is pasted', async () => {
  await page.getByText('Paste ids or links').click();
  await page
    .getByLabel('Ids or links')
    .fill(`${madeUpId(1200)}\nsee https://arxiv.org/pdf/${madeUpId(1201)}v3\nnothing`);
  await page.getByRole('button', { name: 'Import these' }).click();
  const told = await outcomeOf(page);
  expect(told).toMatchObject({ imported: 2, skipped: 1 });
  expect(told.list[0]).toMatch(/^What you pasted, line 3 /);
});

it('imports what is dropped anywhere on the page', async () => {
  const transfer = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'dropped.json'));
    return files;
  }, snapshotRecord(1300));
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.getByText('Drop files to import them.').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  expect(await outcomeOf(page)).toMatchObject({ imported: 1 });
  expect(await page.getByText('Drop files to import them.').count()).toBe(0);
});
