import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { badgesIn, expectBadge, saveFromCard } from './card';
import { makeEdit, recordsOf } from './edits';
import { choose, outcomeOf } from './exchange';
import { madeUpId, upload } from './exchange-files';
import { box, expectListed, expectNamed, keepOnly, listed, openLibrary } from './library';
import { pageOf } from './own-page';
import { choosePack, glass, importPack, packOf, removePack, switchOf } from './packs';
import { withChromium } from './with-chromium';
import { watchWorker } from './worker';

const chromium = withChromium();

let page: Page;
beforeEach(async () => {
  await keepOnly(chromium());
  page = await openLibrary(chromium());
});

/** Each test has the packs to itself. */
afterEach(async () => {
  const library = await openLibrary(chromium());
  await packOf(library, 'bundled').waitFor();
  const names = await library
    .locator('[data-pack]')
    .evaluateAll((packs) => packs.map((pack) => pack.getAttribute('data-pack') ?? ''));
  for (const name of names.filter((each) => each !== 'bundled')) await removePack(library, name);
});

const firstId = madeUpId(1);
/** A line that says how often a phrase stands in papers. */
const inTime = (words: string) => expect.stringMatching(new RegExp(`^${words}, (?:under 1|[\\d,]+) ms\\.$`));
const packsNamed = () => page.locator('[data-pack]').evaluateAll((all) => all.map((one) => one.dataset['pack']));
const ids = (popup: Page) =>
  popup
    .locator('[data-results] [data-arxiv-id]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-arxiv-id')));

it('what a file has is found and marked as a pack: at once, as long as it is on, and none of it is kept', async () => {
  const web = await pageOf(chromium(), `<p>arXiv:${firstId}</p>`);
  const popup = await chromium().open('popup.html?tab=0');
  const told = await importPack(page, 'Glass', glass(1, 3));
  expect(told).toMatchObject({ imported: 3, updated: 0, unchanged: 0, skipped: 0 });
  expect(told.words).toBe('Pack “Glass”: 3 papers added.');
  expect(await packOf(page, 'Glass').locator('.count').textContent()).toBe('3');
  expect(await recordsOf(chromium())).toEqual([]);
  await expectNamed(page);

  await expectBadge(web, firstId, 'indexed');
  await popup.locator('input[type=search]').fill('bending glass part 1');
  await expect.poll(() => ids(popup)).toEqual([firstId]);

  await switchOf(page, 'Glass').click();
  await expect.poll(() => switchOf(page, 'Glass').isChecked()).toBe(false);
  await popup.locator('input[type=search]').press('Backspace');
  await expect.poll(() => ids(popup)).not.toContain(firstId);
  await expect.poll(() => badgesIn(web.locator('body'))).toEqual([]);

  await switchOf(page, 'Glass').click();
  await expectBadge(web, firstId, 'indexed');
  await popup.locator('input[type=search]').press('1');
  await expect.poll(() => ids(popup)).toEqual([firstId]);
});

it('a newer copy says what is new of it, and takes the place of what was there', async () => {
  await importPack(page, 'Glass', glass(1, 700));
  const newer = `${glass(1, 1, 'We bend it anew.').buffer.toString()}${glass(2, 600).buffer.toString()}${glass(2000, 2).buffer.toString()}`;
  const told = await importPack(page, 'Glass', upload('newer.json', newer), false);
  expect(told).toMatchObject({ imported: 2, updated: 1, unchanged: 600, skipped: 0 });
  expect(told.words).toBe('Pack “Glass”: 2 papers added, 1 changed, 600 unchanged (reused), 99 removed.');
  await expect.poll(() => packOf(page, 'Glass').locator('.count').textContent()).toBe('603');
  await box(page).fill('pack:glass anew');
  await expectListed(page, [firstId]);
  await page.locator(`[data-arxiv-id="${firstId}"]`).click();
  await page.locator('.pane').getByText('In the pack “Glass”.').waitFor();
});

it('once removed, what was saved of it stays, with all that is known of it', async () => {
  await importPack(page, 'Glass', glass(1, 3));
  const web = await pageOf(chromium(), `<p>arXiv:${firstId}</p><p>arXiv:${madeUpId(2)}</p>`);
  await saveFromCard(web, firstId);
  await removePack(page, 'Glass');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Packs');
  await expect.poll(() => badgesIn(web.locator('body'))).toEqual([{ id: firstId, state: 'saved' }]);
  await expectListed(page, [firstId]);
  await page.locator(`[data-arxiv-id="${firstId}"]`).click();
  await page.locator('.pane').getByText('We bend glass number 1.').waitFor();
});

it('the one that came with Manicule is switched off and on, and cannot be removed', async () => {
  const pack = packOf(page, 'bundled');
  expect(await pack.getByRole('button').count()).toBe(1);
  await switchOf(page, 'Came with Manicule').click();
  await pack.getByRole('button', { name: /^Came with Manicule/ }).click();
  await page.getByText('The pack “Came with Manicule” is switched off').waitFor();
  await switchOf(page, 'Came with Manicule').click();
  await expect.poll(async () => (await listed(page)).length).toBeGreaterThan(8);
});

describe('the list', () => {
  it('has what is kept, and says how much else there is', async () => {
    await importPack(page, 'Glass', glass(1, 1200));
    await makeEdit(chromium(), { kind: 'save', id: firstId });
    await expectListed(page, [firstId]);
    await box(page).fill('glass');
    await page.getByRole('button', { name: '1,199 more that you have not saved' }).click();
    expect(await box(page).inputValue()).toBe('-is:saved glass');
    const found = page.locator('.found output');
    await expect.poll(() => found.textContent()).toBe('1,000 of 1,199 papers. Add a word to narrow them down.');
    await page.getByText('The counts are of the 1,000 papers that are listed.').waitFor();
    await box(page).fill('glass part 1200');
    await expectListed(page, [madeUpId(1200)]);
  });

  it('says of each phrase how often it stands in all papers, whatever else is asked for', async () => {
    await importPack(page, 'Glass', glass(1, 1200, 'We bend the glass, and the glass bends.'));
    await makeEdit(chromium(), { kind: 'save', id: firstId });
    await expectListed(page, [firstId]);
    const counts = () => page.locator('.counts li').allTextContents();
    await box(page).fill('"The Glass"');
    await expect.poll(counts).toEqual([inTime('“The Glass”: in 1,200 papers, 2,400 places')]);
    await box(page).fill('is:saved "the glass" -"bent glass" "glass bends" "glass breaks"');
    await expect
      .poll(counts)
      .toEqual([
        inTime('“the glass”: in 1,200 papers, 2,400 places'),
        inTime('“glass bends”: in 1,200 papers, 1,200 places'),
        inTime('“glass breaks”: in no paper'),
      ]);
    await expectListed(page, []);
    await box(page).fill('"the glass"');
    await switchOf(page, 'Glass').click();
    await expect.poll(counts).toEqual([inTime('“the glass”: in 1 paper, 2 places')]);
    await box(page).fill('the glass');
    await expect.poll(counts).toEqual([]);
  });

  it('follows what is saved and let go of what no longer is in the library', async () => {
    await importPack(page, 'Glass', glass(1, 3));
    await packOf(page, 'Glass')
      .getByRole('button', { name: /^Glass/ })
      .click();
    await expect.poll(() => listed(page)).toHaveLength(3);
    const state = () => page.locator(`[data-results] [data-arxiv-id="${firstId}"]`).getAttribute('data-state');
    await makeEdit(chromium(), { kind: 'save', id: firstId });
    await expect.poll(state).toBe('saved');
    await makeEdit(chromium(), { kind: 'remove', id: firstId });
    await expect.poll(state).toBe('indexed');
    expect(await listed(page)).toHaveLength(3);
  });
});

describe('a name', () => {
  it('is proposed, and explained where it cannot be had', async () => {
    await importPack(page, 'Glass', glass(1, 1));
    await page.getByLabel('Into').selectOption('a new pack');
    await choose(page, 'Import papers', { ...glass(5, 1), name: 'glass.json.gz' });
    const name = page.getByLabel('Name of the pack');
    expect(await name.inputValue()).toBe('glass 2');
    await name.fill('GLASS');
    await page.getByText('There is a pack “Glass” already. Choose another name.').waitFor();
    const make = page.getByRole('button', { name: 'Make the pack' });
    expect(await make.isDisabled()).toBe(true);
    await name.fill('the "best"');
    await page.getByText('A name cannot have quotation marks.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await make.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Into').evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe(
      'my library',
    );
    expect(await packsNamed()).toEqual(['bundled', 'Glass']);
  });
});

it('stopped in the middle, an import leaves nothing', async () => {
  const before = await storesOf(page);
  await choosePack(page, 'Glass', glass(1, 20_000));
  const bar = page.getByRole('progressbar', { name: 'Import' });
  await expect.poll(() => bar.getAttribute('aria-valuetext')).toMatch(/[1-9][\d,]* papers/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const told = await outcomeOf(page);
  expect(told.words).toBe('Stopped. Nothing of it was taken in: your packs are as they were.');
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await packsNamed()).toEqual(['bundled']);
  // What the loading of the bundled papers left over is cleared away with it.
  await expect.poll(() => storesOf(page)).toEqual({ ...before, batches: 0, leftovers: 0 });
  await box(page).fill(`arXiv:${firstId}`);
  await page.getByText(/^No paper found for /).waitFor();
});

it('as long as papers come in, what is searched and saved in the popup does not wait for them', async () => {
  const popup = await chromium().open('popup.html?tab=0');
  await page.bringToFront();
  await choosePack(
    page,
    'Glass',
    glass(1, 39_000, 'We bend glass until it lets itself be looked through. '.repeat(12)),
  );
  const bar = page.getByRole('progressbar', { name: 'Import' });
  // Past the first segment: what comes after it is taken in while others are written.
  await expect.poll(() => bar.getAttribute('aria-valuetext')).toMatch(/\b(?:9|\d\d),\d{3} papers/);
  await popup.bringToFront();
  await popup.locator('input[type=search]').pressSequentially('olmo 3');
  await popup.getByRole('button', { name: 'Save Olmo 3', exact: true }).click();
  await popup.getByRole('button', { name: 'Saved Olmo 3', exact: true }).waitFor();
  expect((await recordsOf(chromium())).map(({ id }) => id)).toEqual(['2512.13961']);
  expect(await bar.count()).toBe(1);
  expect(await outcomeOf(page)).toMatchObject({ imported: 39_000, skipped: 0 });
});

it('a worker that is stopped again and again loses nothing of an import, and takes nothing in twice', async () => {
  const life = await watchWorker(chromium());
  await choosePack(page, 'Glass', glass(1, 9000));
  const kills = 5;
  for (let kill = 0; kill < kills; kill++) {
    await expect.poll(() => life.states.at(-1)).toBe('running');
    await life.stop();
  }
  expect(await outcomeOf(page)).toMatchObject({ imported: 9000, updated: 0, unchanged: 0, skipped: 0 });
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => packOf(page, 'Glass').locator('.count').textContent()).toBe('9,000');
  await box(page).fill('glass part 8999');
  await expectListed(page, [madeUpId(8999)]);
});

it('all of it is done with the keyboard alone', async () => {
  await importPack(page, 'Glass', glass(1, 3));
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await box(page).focus();
  await press('Tab', 'Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Came with Manicule26');
  await press('Tab', 'Tab', 'Tab', 'Space');
  await expect.poll(() => switchOf(page, 'Glass').isChecked()).toBe(false);
  await press('Tab', 'Enter', 'Tab', 'Enter');
  await page.getByText('Remove the pack “Glass”?').waitFor();
  await press('Escape');
  await page.getByText('Remove the pack “Glass”?').waitFor({ state: 'detached' });
  expect(await packsNamed()).toContain('Glass');
  // The key leads back to where it was asked.
  await press('Enter', 'Shift+Tab', 'Enter');
  await packOf(page, 'Glass').waitFor({ state: 'detached' });
});

/** How many entries each store of the database has that holds something of packs. */
function storesOf(library: Page): Promise<Record<string, number>> {
  return library.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('manicule');
      request.addEventListener('success', () => resolve(request.result));
    });
    const counts: Record<string, number> = {};
    for (const store of ['packs', 'documents', 'pages', 'intakes', 'batches', 'leftovers']) {
      const request = database.transaction(store).objectStore(store).count();
      await new Promise((resolve) => request.addEventListener('success', resolve));
      counts[store] = request.result;
    }
    database.close();
    return counts;
  });
}
