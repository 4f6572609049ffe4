import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FILES, madeUpId, madeUpPapers, snapshotRecord } from './exchange-files';
import { Firefox } from './firefox';
import { backup } from '../../lib/exchange/backup';

let firefox: Firefox;
let folder: string;
beforeAll(async () => {
  firefox = await Firefox.launch();
  folder = mkdtempSync(join(tmpdir(), 'manicule-files-'));
});
afterAll(async () => {
  await firefox.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Chooses files for an input of the page, and tells what comes of it: imported, updated, unchanged, skipped. */
async function take(page: Page, input: string, ...paths: string[]): Promise<(string | undefined)[]> {
  const chooser = (await page.waitForSelector(`xpath/.//label[.='${input}']/input`)) as ElementHandle<HTMLInputElement>;
  await chooser.uploadFile(...paths);
  const status = await page.waitForSelector('[role=status][data-imported]');
  const counts = await status?.evaluate((element) => {
    const { imported, updated, unchanged, skipped } = (element as HTMLElement).dataset;
    return [imported, updated, unchanged, skipped];
  });
  await page.locator('aria/Close[role="button"]').click();
  return counts ?? [];
}

it('imports, exports and restores', async () => {
  const page = await firefox.open('library.html');
  // Narrower, the filters are folded, and what is under them.
  await page.setViewport({ width: 1280, height: 900 });
  const paths = FILES.map(({ name, buffer }) => file(name, buffer));
  expect(await take(page, 'Import papers', ...paths)).toEqual(['20', '0', '0', '0']);
  expect(await take(page, 'Import papers', ...paths)).toEqual(['0', '0', '20', '0']);

  const large = Array.from({ length: 1500 }, (_, at) => snapshotRecord(1000 + at)).join('');
  expect(await take(page, 'Import papers', file('large.json', `${large}{"id":\n`))).toEqual(['1500', '0', '0', '1']);

  const papers = madeUpPapers(200, 3);
  const restored = file('manicule.json', [...backup.write(papers)].join(''));
  expect(await take(page, 'Restore backup', restored)).toEqual(['3', '0', '0', '0']);
  await page.type('input[type=search]', madeUpId(200));
  await page.waitForSelector(`[data-results] [data-arxiv-id="${madeUpId(200)}"][data-state="reading"]`);

  await page.locator('aria/Export BibTeX[role="button"]').click();
  await page.waitForSelector('text/1,523 papers written to manicule-');
});

it('imports a pack, searches it, switches it off and removes it', async () => {
  const page = await firefox.open('library.html');
  await page.setViewport({ width: 1280, height: 900 });
  const into = (await page.waitForSelector('.into select')) as ElementHandle<HTMLSelectElement>;
  // The second one is a new pack.
  await into.select('1');
  const chooser = (await page.waitForSelector(
    `xpath/.//label[.='Import papers']/input`,
  )) as ElementHandle<HTMLInputElement>;
  const records = Array.from({ length: 600 }, (_, at) => snapshotRecord(5000 + at)).join('');
  await chooser.uploadFile(file('glass.json', records));
  await page.waitForSelector('aria/Name of the pack[role="textbox"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[role=status][data-imported="600"]');
  await page.locator('aria/Close[role="button"]').click();

  await page.type('input[type=search]', 'pack:glass part 5599');
  await page.waitForSelector(`[data-results] [data-arxiv-id="${madeUpId(5599)}"][data-state="indexed"]`);
  await page.locator('aria/Use the pack glass[role="switch"]').click();
  await page.waitForSelector('text/The pack “glass” is switched off');
  await page.locator('aria/More on the pack glass[role="button"]').click();
  await page.locator('aria/Remove[role="button"]').click();
  await page.locator('aria/Remove it[role="button"]').click();
  await page.waitForSelector('[data-pack=glass]', { hidden: true });
  const packs = await page.$$eval('[data-pack]', (all) => all.map((pack) => pack.getAttribute('data-pack')));
  expect(packs).toEqual(['bundled']);
});
