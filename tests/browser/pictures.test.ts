import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ROOT } from '../paths';
import { expectBadge, openCardOf, saveFromCard } from './card';
import { healthOf, importFacts } from './edits';
import { choose, outcomeOf } from './exchange';
import { snapshotRecord, upload } from './exchange-files';
import { keepOnly, openLibrary } from './library';
import { expectIds, pageThatAnswers } from './own-page';
import { CLOCK, FERRY, TRACED_PAPERS } from './trace';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const SAMPLE = 'https://sample.example.org/';

/** The README's pictures are taken anew with PICTURES=1; without, they go where the build goes. */
const FOLDER = join(ROOT, process.env['PICTURES'] ? 'tests/pictures' : '.output/pictures');

async function visitSample(): Promise<Page> {
  chromium().serve({ [SAMPLE]: readFileSync(join(ROOT, 'tests/pages/sample.html'), 'utf8') });
  const page = await chromium().visit(SAMPLE);
  // Nothing is caught while it fades in.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expectBadge(page, '2504.07096', 'indexed');
  return page;
}

async function expectPicture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const picture = await page.screenshot({ path: join(FOLDER, `${name}.png`), caret: 'hide' });
  expect(picture.length).toBeGreaterThan(10_000);
}

it('shows a page with badges and a card', async () => {
  const page = await visitSample();
  await page.setViewportSize({ width: 840, height: 900 });
  await saveFromCard(page, '2512.13961');
  await page.keyboard.press('Escape');
  await openCardOf(page, '2504.07096');
  await expectPicture(page, 'page');
});

it('shows the popup with results', async () => {
  const page = await visitSample();
  const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
  await popup.setViewportSize({ width: 420, height: 580 });
  await popup.locator('input[type=search]').fill('open language models');
  await popup.locator('[data-results] [data-arxiv-id]').nth(5).waitFor();
  await expectPicture(popup, 'popup');
});

it('shows what words on a page come from', async () => {
  await importFacts(chromium(), ...TRACED_PAPERS);
  const answer = readFileSync(join(ROOT, 'tests/pages/trace/answer.html'), 'utf8');
  const page = await pageThatAnswers(chromium(), answer);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 840, height: 640 });
  const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
  await popup.setViewportSize({ width: 420, height: 640 });
  await popup.getByRole('button', { name: 'Trace this page' }).click();
  await popup.locator('.passage').nth(3).waitFor();
  await page.bringToFront();
  await expectIds(page, [FERRY, CLOCK, CLOCK]);
  await expectPicture(page, 'trace');
  await popup.bringToFront();
  await expectPicture(popup, 'trace-popup');
});

it('shows the library', async () => {
  await keepOnly(
    chromium(),
    { id: '2512.13961', state: 'reading', isStarred: true, tags: ['open models', 'to cite'] },
    { id: '2511.07317', tags: ['reasoning'] },
    { id: '2504.07096', state: 'read', tags: ['to cite'], note: 'Traces **an answer** back to what was learned.' },
    { id: '2507.07024', state: 'read', tags: ['open models'] },
    ...(['2506.10947', '2509.11106', '2508.13144', '2602.13551', '2507.00417', '2603.11327'] as const).map(
      (id, at) => ({
        id,
        state: (['saved', 'reading', 'saved', 'read'] as const)[at % 4] ?? 'saved',
      }),
    ),
  );
  const page = await openLibrary(chromium());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('[data-arxiv-id="2504.07096"]').click();
  await page.locator('.markdown strong').waitFor();
  await page.locator('.bar').first().waitFor();
  await expectPicture(page, 'library');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectPicture(page, 'library-dark');
});

it('shows what came of an import', async () => {
  const page = await openLibrary(chromium());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await choose(page, 'Import papers', [
    upload('snapshot.json', [1, 2, 3, 4].map((number) => snapshotRecord(number)).join('')),
    upload(
      'reading.bib',
      '@misc{a, title = {Hands in margins}, eprint = {2401.60100}, archivePrefix = {arXiv}}\n@book{b, title = {A book}}',
    ),
    upload('links.txt', 'https://arxiv.org/abs/2401.60101\nMilk and bread\n'),
  ]);
  expect(await outcomeOf(page)).toMatchObject({ imported: 6, skipped: 2 });
  await expectPicture(page, 'import');
});

it('shows a library that was brought back', async () => {
  await chromium().restart((profile) => rmSync(join(profile, 'IndexedDB'), { recursive: true }));
  await expect.poll(async () => (await healthOf(chromium())).state).toBe('recovered');
  const page = await openLibrary(chromium());
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.getByText('Your library was damaged').waitFor();
  await expectPicture(page, 'recovery');
});
