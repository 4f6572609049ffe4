/** Changing what is kept as a page of the extension does, and reading what is on disk. */
import type { Page } from 'playwright-core';
import type { Health } from '../../lib/answers';
import type { Change, EditOutcome, ImportOutcome, PaperToImport } from '../../lib/edit';
import type { LibraryRecord } from '../../lib/paper';
import { type Contents, openJournal } from '../../lib/store/journal';
import { memoryArea } from '../unit/store/area';
import type { Chromium } from './chromium';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const chrome: {
  storage: { local: { get(): Promise<Record<string, unknown>> } };
  runtime: { sendMessage(message: unknown): Promise<{ res?: unknown; err?: { message: string } } | undefined> };
};

let count = 0;

/** Asks the worker once, as the messaging library does, from a page of the extension. */
export async function ask<Answer>(page: Page, type: string, data: unknown): Promise<Answer> {
  const answer = await page.evaluate((message) => chrome.runtime.sendMessage(message), { type, data, timestamp: 0 });
  if (answer?.err) throw new Error(answer.err.message);
  return answer?.res as Answer;
}

export function makeEdit({ desk }: Pick<Chromium, 'desk'>, ...changes: Change[]): Promise<EditOutcome> {
  return ask(desk, 'edit', { operation: `of-a-test-${count++}`, changes });
}

/** Takes papers with these facts into the library. */
export function importFacts({ desk }: Chromium, ...facts: PaperToImport['facts'][]): Promise<ImportOutcome> {
  const items = facts.map((each): PaperToImport => ({ facts: each }));
  return ask(desk, 'importPapers', { operation: `of-a-test-${count++}`, items });
}

export function healthOf({ desk }: Pick<Chromium, 'desk'>): Promise<Health> {
  return ask(desk, 'health', undefined);
}

/** All that is kept, as it lies in the database, in the order of the ids. */
export async function recordsOf(browser: Chromium): Promise<LibraryRecord[]> {
  // Whoever opens a database that is not there makes one: the worker is to be first.
  await healthOf(browser);
  return browser.desk.evaluate(readRecords);
}

/** What the second copy holds. */
export async function journalOf({ desk }: Chromium): Promise<Contents> {
  return openJournal(memoryArea(await desk.evaluate(() => chrome.storage.local.get()))).read();
}

/** Runs in a page of the extension. */
async function readRecords(): Promise<LibraryRecord[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('manicule');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const records = await new Promise<LibraryRecord[]>((resolve, reject) => {
    const request = database.transaction('library').objectStore('library').getAll();
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  database.close();
  return records;
}
