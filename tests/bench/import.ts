/** How long it takes to import records of arXiv's snapshot, beside the least that a page could do with them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { choose, outcomeOf } from '../browser/exchange';
import { launchBrowser } from './browser';
import { makeId, makeText } from './corpus';
import { createRandom } from './random';
import { inTurn } from './rounds';
import type { Row } from './row';
import { writeSnapshot } from './snapshot';

const RECORDS = 5000;
const RUNS = 7;

/** Runs the benchmark in a browser of its own. */
export async function importing(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'manicule-bench-'));
  const browser = await launchBrowser();
  try {
    const own = await browser.context.newPage();
    await own.goto(browser.manicule.addressOf('library.html'));
    const { imported, parsed } = await inTurn(RUNS, {
      imported: async (run) => importInto(own, writeRecords(folder, run)),
      parsed: async (run) => parseAndPut(browser.manicule.desk, writeRecords(folder, run)),
    });
    return [
      {
        what: `importing ${RECORDS.toLocaleString('en')} records of a snapshot`,
        unit: 'ms',
        measured: imported,
        against: { what: 'JSON.parse of all lines, put one by one', measured: parsed },
      },
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a file of records that no other run has. */
function writeRecords(folder: string, run: number): string {
  const random = createRandom(run);
  const path = join(folder, `${run}.json`);
  const papers = Array.from({ length: RECORDS }, (_, at) => ({
    id: makeId(run * RECORDS + at),
    title: makeText(random, 9),
    authors: ['Ana Lim', 'Bo Chu'],
    abstract: makeText(random, 150),
    category: 'cs.CL',
    otherCategories: ['cs.LG'],
    published: '2024-01-15',
  }));
  writeSnapshot(path, papers);
  return path;
}

async function importInto(page: Page, path: string): Promise<number> {
  await page.bringToFront();
  const start = performance.now();
  await choose(page, 'Import papers', path);
  const { imported } = await outcomeOf(page, 120_000);
  const time = performance.now() - start;
  if (imported !== RECORDS) throw new Error(`${imported} of ${RECORDS} records were imported.`);
  await page.getByRole('button', { name: 'Close' }).click();
  return time;
}

/** Does as little as can be done with the same file, in a database of its own. */
async function parseAndPut(page: Page, path: string): Promise<number> {
  await page.bringToFront();
  const input = await page.evaluateHandle(() => Object.assign(document.createElement('input'), { type: 'file' }));
  await input.setInputFiles(path);
  return input.evaluate(async ({ files }) => {
    const opening = indexedDB.open('naive');
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('papers', { keyPath: 'id' }));
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const start = performance.now();
    const lines = ((await files?.[0]?.text()) ?? '').split('\n').filter(Boolean);
    for (const paper of lines.map((line) => JSON.parse(line))) {
      const transaction = database.transaction('papers', 'readwrite');
      transaction.objectStore('papers').put(paper);
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    }
    const time = performance.now() - start;
    database.close();
    return time;
  });
}
