/** The packs of the library page as a test sees them. */
import type { Locator, Page } from 'playwright-core';
import { choose, outcomeOf, type Told } from './exchange';
import { snapshotRecord, type Upload, upload } from './exchange-files';

/** A file of so many papers on glass. */
export function glass(from: number, count: number, abstract?: string): Upload {
  const records = Array.from({ length: count }, (_, at) => snapshotRecord(from + at, abstract));
  return upload('glass.json', records.join(''));
}

/** One pack of the list. */
export const packOf = (page: Page, name: string): Locator => page.locator(`[data-pack="${name}"]`);

export const switchOf = (page: Page, name: string): Locator =>
  page.getByRole('switch', { name: `Use the pack ${name}`, exact: true });

/** Begins to import a file, or the one at a path, into a pack: under this name where it is to be a new one. */
export async function choosePack(page: Page, name: string, file: Upload | string, isNew = true): Promise<void> {
  await page.getByLabel('Into').selectOption(isNew ? 'a new pack' : `the pack “${name}”`);
  await choose(page, 'Import papers', file);
  if (!isNew) return;
  await page.getByLabel('Name of the pack').fill(name);
  await page.keyboard.press('Enter');
}

/** Imports a file into a pack, and tells what came of it. */
export async function importPack(page: Page, name: string, file: Upload, isNew = true): Promise<Told> {
  await choosePack(page, name, file, isNew);
  const told = await outcomeOf(page);
  await page.getByRole('button', { name: 'Close' }).click();
  return told;
}

/** Removes a pack, which is asked about once. */
export async function removePack(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `More on the pack ${name}`, exact: true }).click();
  const pack = packOf(page, name);
  await pack.getByRole('button', { name: 'Remove', exact: true }).click();
  await pack.getByRole('button', { name: 'Remove it' }).click();
  await pack.waitFor({ state: 'detached' });
}
