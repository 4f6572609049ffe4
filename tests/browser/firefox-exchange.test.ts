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
  await page.click('aria/Close[role="button"]');
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

  await page.click('aria/Export BibTeX[role="button"]');
  await page.waitForSelector('text/1,523 papers written to manicule-');
});
