import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Chromium } from './chromium';
import { choose, download, importAll, outcomeOf, stored } from './exchange';
import { madeUpPapers, upload } from './exchange-files';
import { backup } from '../../lib/exchange/backup';
import { withChromium } from './with-chromium';

const chromium = withChromium();
const papers = madeUpPapers(1, 25);
const file = upload('backup.json', [...backup.write(papers)].join(''));

let page: Page;
beforeAll(async () => {
  const first = await chromium().open('library.html');
  await importAll(first, file);
  await first.close();
});
beforeEach(async () => {
  page = await chromium().open('library.html');
});

it.each([
  ['BibTeX', 'bib', /^@/gm],
  ['RIS', 'ris', /^TY {2}- /gm],
  ['CSL JSON', 'json', /"abstract":/g],
  ['CSV', 'csv', /^"arXiv:/gm],
])('exports %s of all that is kept', async (format, extension, one) => {
  const { name, text } = await download(page, `Export ${format}`);
  expect(name).toMatch(new RegExp(`^manicule-\\d{4}-\\d\\d-\\d\\d\\.${extension}$`));
  expect(text.match(one)).toHaveLength(papers.length);
  for (const { paper } of papers) expect(text).toContain(paper.id);
  await page.getByText(`25 papers written to ${name}.`).waitFor();
});

describe('a backup', () => {
  it('brings everything back into an empty profile, and takes nothing from one that is not', async () => {
    const { name, text } = await download(page, 'Export backup');
    expect(name).toMatch(/\.json$/);
    const other = await Chromium.launch();
    try {
      const empty = await other.open('library.html');
      await choose(empty, 'Restore backup', upload(name, text));
      expect(await outcomeOf(empty)).toMatchObject({ imported: 25, skipped: 0 });
      expect(await stored(empty, 'library')).toEqual(await stored(page, 'library'));
      expect(await stored(empty, 'papers')).toEqual(await stored(page, 'papers'));
    } finally {
      await other.close();
    }
    await choose(
      page,
      'Restore backup',
      upload('old.json', [...backup.write(papers.slice(0, 2).map(({ paper }) => ({ paper })))].join('')),
    );
    expect(await outcomeOf(page)).toMatchObject({ imported: 0, updated: 0, unchanged: 2 });
    expect(await stored(page, 'library')).toHaveLength(25);
  });

  it('is nothing but that', async () => {
    await choose(page, 'Restore backup', upload('library.bib', '@misc{x, eprint = {2401.60001}}'));
    const told = await outcomeOf(page);
    expect(told).toMatchObject({ imported: 0, skipped: 1 });
    expect(told.list[0]).toMatch(/^library\.bib This file is not a backup/);
  });

  it('is asked for where there is none yet, and no more once there is', async () => {
    await page.evaluate(() => (globalThis as unknown as { chrome: Api }).chrome.storage.local.remove('backup:last'));
    const due = page.locator('.exchange .due');
    await expect.poll(() => due.textContent()).toBe('You have made no backup yet.');
    await download(page, 'Export backup');
    await due.waitFor({ state: 'detached' });
    await page.getByLabel('Remind me').selectOption('weekly');
    const longAgo = Date.now() - 8 * 24 * 60 * 60 * 1000;
    await page.evaluate(
      (time) => (globalThis as unknown as { chrome: Api }).chrome.storage.local.set({ 'backup:last': time }),
      longAgo,
    );
    await expect.poll(() => due.textContent()).toMatch(/^Your last backup is from /);
    await page.getByLabel('Remind me').selectOption('off');
    await due.waitFor({ state: 'detached' });
  });
});

/** What a page of the extension may call. */
interface Api {
  storage: { local: { set(values: object): Promise<void>; remove(key: string): Promise<void> } };
}
