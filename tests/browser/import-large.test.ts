import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { traceTasks } from '../bench/tracing';
import { devTools } from './accessibility';
import { choose, outcomeOf } from './exchange';
import { madeUpId, snapshotRecord } from './exchange-files';
import { choosePack } from './packs';
import { withChromium } from './with-chromium';

const chromium = withChromium();

/** As long as abstracts are. */
const ABSTRACT = 'We bend glass until it lets itself be looked through. '.repeat(24);
const RECORDS = 100_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'manicule-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file of so many records, and gives its path. Numbers of arXiv end at 99,999 in each month. */
function snapshotOf(count: number): string {
  const path = join(folder, `${count}.json`);
  const file = openSync(path, 'w');
  for (let at = 0; at < count; at++) {
    const month = String((Math.floor(at / 30_000) % 12) + 1).padStart(2, '0');
    const record = snapshotRecord(at % 30_000, `${ABSTRACT}${at}`);
    writeSync(file, record.replace(madeUpId(at % 30_000), madeUpId(at % 30_000).replace('2401', `23${month}`)));
  }
  closeSync(file);
  return path;
}

/** What a page holds in memory, in bytes, once what it does not need is let go. */
async function heapOf(page: Page): Promise<() => Promise<number>> {
  const session = await devTools(page);
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  };
}

it.each([
  ['the library', (page: Page, path: string) => choose(page, 'Import papers', path)],
  ['a pack', (page: Page, path: string) => choosePack(page, 'Glass', path)],
])('does not keep the page from answering while papers come into %s', { timeout: 120_000 }, async (_name, begin) => {
  const page = await chromium().open('library.html');
  const path = snapshotOf(2000);
  const works = await traceTasks(page, ['.js'], async () => {
    await begin(page, path);
    expect(await outcomeOf(page, 60_000)).toMatchObject({ imported: 2000, skipped: 0 });
  });
  // Of work that is done at once, one task would have nearly all, however fast the machine is.
  expect(Math.max(...works)).toBeLessThan(works.reduce((sum, work) => sum + work, 0) / 10);
});

it(
  'imports a hundred thousand records with visible progress, and holds few of them',
  { timeout: 600_000 },
  async () => {
    const page = await chromium().open('library.html');
    const path = snapshotOf(RECORDS);
    const heap = await heapOf(page);
    const before = await heap();
    await choose(page, 'Import papers', path);

    const bar = page.getByRole('progressbar');
    const status = page.locator('[role=status][data-imported]');
    const percents: number[] = [];
    let most = 0;
    while ((await status.count()) === 0) {
      const text = await bar.getAttribute('aria-valuenow', { timeout: 1000 }).catch(() => null);
      if (text !== null && Number(text) !== percents.at(-1)) percents.push(Number(text));
      most = Math.max(most, await heap());
      await page.waitForTimeout(250);
    }
    expect(await outcomeOf(page)).toMatchObject({ imported: RECORDS - 2000, unchanged: 2000, skipped: 0 });
    expect(percents.length).toBeGreaterThan(20);
    expect(percents).toEqual(percents.toSorted((one, other) => one - other));
    // Most of it is the list of the page, which has all papers in the end.
    expect(statSync(path).size).toBeGreaterThan(150_000_000);
    expect(most - before).toBeLessThan(100_000_000);
  },
);
