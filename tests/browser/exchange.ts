/** The ways in and out of the library page. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import type { Upload } from './exchange-files';

/** What the page says of an import when it has ended. */
export interface Told {
  imported: number;
  updated: number;
  unchanged: number;
  skipped: number;
  words: string;
  /** What was skipped, and why. */
  list: string[];
}

/** Chooses files for one of the page's inputs, by its name. A path names a file on the disk. */
export function choose(
  page: Page,
  input: 'Import papers' | 'Restore backup',
  files: Upload | readonly Upload[] | string,
) {
  return page.getByLabel(input).setInputFiles(files as Upload[]);
}

/** Waits until an import has ended, reads what is said of it, and closes that. */
export async function outcomeOf(page: Page, timeout = 30_000): Promise<Told> {
  const status = page.locator('[role=status][data-imported]');
  await status.waitFor({ timeout });
  const numberOf = async (name: string) => Number(await status.getAttribute(`data-${name}`));
  const told = {
    imported: await numberOf('imported'),
    updated: await numberOf('updated'),
    unchanged: await numberOf('unchanged'),
    skipped: await numberOf('skipped'),
    words: (await status.textContent()) ?? '',
    list: await page.getByRole('list', { name: 'Skipped' }).getByRole('listitem').allTextContents(),
  };
  return told;
}

/** Imports files and tells what came of it. */
export async function importAll(page: Page, files: Upload | readonly Upload[] | string): Promise<Told> {
  await choose(page, 'Import papers', files);
  const told = await outcomeOf(page);
  await page.getByRole('button', { name: 'Close' }).click();
  return told;
}

/** Presses a button that gives a file; resolves to the file's name and its text. */
export async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [given] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: given.suggestedFilename(), text: readFileSync(await given.path(), 'utf8') };
}

/** All that one store of the database holds, read in a page of the extension. */
export function stored(page: Page, store: 'library' | 'papers'): Promise<{ id: string }[]> {
  return page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('manicule');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const request = database.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => request.addEventListener('success', resolve));
    database.close();
    return request.result;
  }, store);
}
