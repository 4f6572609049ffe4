/** The library page as a test sees it. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Change } from '../../lib/edit';
import type { LibraryRecord, Paper } from '../../lib/paper';
import { findByRole } from './accessibility';
import type { Chromium } from './chromium';
import { healthOf, makeEdit, recordsOf } from './edits';

/** Opens it, and waits until it says what there is. */
export async function openLibrary(browser: Chromium, query = ''): Promise<Page> {
  const page = await browser.open(`library.html${query === '' ? '' : `?${new URLSearchParams({ q: query })}`}`);
  await page.locator('.found output, .invitation h2').first().waitFor();
  return page;
}

export const box = (page: Page) => page.locator('input[type=search]');

/** The papers that are drawn, in order: all of a short list. */
export async function listed(page: Page): Promise<string[]> {
  const rows = await page
    .locator('[data-results] [data-arxiv-id]')
    .evaluateAll((all) =>
      all.map((row) => ({ id: row.getAttribute('data-arxiv-id') ?? '', top: row.getBoundingClientRect().top })),
    );
  return rows.sort((a, b) => a.top - b.top).map(({ id }) => id);
}

export const expectListed = (page: Page, ids: string[]) => expect.poll(() => listed(page)).toEqual(ids);

/** The paper whose row has the focus; empty where none has. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-arxiv-id]')?.getAttribute('data-arxiv-id') ?? '');

export const expectFocused = (page: Page, id: string) => expect.poll(() => focused(page)).toBe(id);

/** Waits until the line below the list says what was changed. */
export const expectDone = (page: Page, text: string) =>
  expect.poll(() => page.locator('.last-change output').textContent()).toBe(text);

export async function recordOf(browser: Chromium, id: string): Promise<LibraryRecord | undefined> {
  return (await recordsOf(browser)).find((record) => record.id === id);
}

/** Lets go of everything, and keeps these papers: the first was saved last. */
export async function keepOnly(
  browser: Chromium,
  ...papers: (Omit<LibraryRecord, 'state' | 'savedAt'> & Partial<LibraryRecord>)[]
): Promise<void> {
  const gone = (await recordsOf(browser)).map(({ id }): Change => ({ kind: 'remove', id }));
  const kept = papers.map(({ id, ...made }, at): Change => ({
    kind: 'merge',
    id,
    made: { state: 'saved', savedAt: Date.UTC(2026, 0, 28) - at * 60_000, ...made },
  }));
  await makeEdit(browser, ...gone, ...kept);
}

/** Everything that can be worked has a name, for those who hear the page. */
export async function expectNamed(page: Page): Promise<void> {
  for (const role of ['button', 'link', 'checkbox', 'radio', 'textbox', 'searchbox', 'combobox', 'progressbar']) {
    const nameless = (await findByRole(page, role)).filter(({ name }) => name.trim() === '');
    expect([role, nameless.length]).toEqual([role, 0]);
  }
}

/** Writes many kept papers where an import would: through the worker they would take minutes. */
export async function fillLibrary(browser: Pick<Chromium, 'desk'>, papers: readonly Paper[]): Promise<void> {
  await healthOf(browser);
  const perWrite = 5000;
  for (let from = 0; from < papers.length; from += perWrite) {
    const json = JSON.stringify(papers.slice(from, from + perWrite));
    await browser.desk.evaluate(writeKept, { json, from });
  }
}

/** Runs in a page of the extension. */
async function writeKept({ json, from }: { json: string; from: number }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('manicule');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const transaction = database.transaction(['papers', 'library', 'loose'], 'readwrite');
  for (const [at, paper] of (JSON.parse(json) as Paper[]).entries()) {
    transaction.objectStore('papers').put(paper);
    transaction.objectStore('library').put({ id: paper.id, state: 'saved', savedAt: 1e12 - (from + at) });
    transaction.objectStore('loose').put({ id: paper.id });
  }
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('abort', () => reject(transaction.error));
  });
  database.close();
}
