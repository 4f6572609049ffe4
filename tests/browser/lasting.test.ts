import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIST, PAGES } from '../pages/served';
import { badgeOf, saveFromCard } from './card';
import { Chromium } from './chromium';
import { watchWorker } from './worker';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await Chromium.launch();
  chromium.serve(PAGES);
});
afterAll(() => chromium.close());

it('answers again after the browser has stopped the worker, and has lost nothing', async () => {
  const page = await chromium.visit(LIST);
  await saveFromCard(page, '2506.10947');
  await page.keyboard.press('Escape');
  const worker = await watchWorker(chromium);
  await worker.stop();

  await saveFromCard(page, '2509.11106');
  await expect
    .poll(() => worker.states.slice(worker.states.indexOf('stopped')))
    .toEqual(['stopped', 'starting', 'running']);
  const other = await chromium.visit(LIST);
  for (const id of ['2506.10947', '2509.11106']) await badgeOf(other, id, 'saved').waitFor();
});

it('tells tabs that were open before the worker was stopped', async () => {
  const page = await chromium.visit(LIST);
  await badgeOf(page, '2602.13551', 'indexed').waitFor();
  await (await watchWorker(chromium)).stop();
  await saveFromCard(await chromium.visit(LIST), '2602.13551');
  await expect.poll(() => badgeOf(page, '2602.13551').getAttribute('data-state')).toBe('saved');
});

it('keeps what was saved when the browser is closed and opened', async () => {
  await chromium.restart();
  const page = await chromium.visit(LIST);
  await badgeOf(page, '2506.10947', 'saved').waitFor();
  expect(await badgeOf(page, '2506.01937').getAttribute('data-state')).toBe('indexed');

  const popup = await chromium.open('popup.html?tab=0');
  await popup.locator('input[type=search]').fill('2506.10947');
  await popup.getByRole('button', { name: /^Saved Spurious Rewards/ }).waitFor();
});
