import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { answers, ArxivOai, hangs, only, says } from '../services/arxiv-oai';
import type { Listed } from '../services/arxiv-lists';
import { answerForOai } from './arxiv-api';
import { withChromium } from './with-chromium';
import { watchWorker } from './worker';

const chromium = withChromium();

/** In milliseconds: what may last until the worker asks again after something went wrong. */
const PATIENCE = { timeout: 60_000, interval: 250 };
const LONG = { timeout: 120_000 };

/** Papers of a category, each named by a word of its own. */
function records(word: string, set: string, { count = 7, changed = '2025-11-04' } = {}): Listed[] {
  return Array.from({ length: count }, (_, at) => ({
    paper: {
      id: `25${set.endsWith('CL') ? '01' : '02'}.0${word.length}${`${at}`.padStart(3, '0')}`,
      title: `${word} number${at}`,
      authors: ['Ada Example'],
      abstract: `What is known of ${word}.`,
      category: 'cs.CL',
      published: '2025-11-03',
    },
    sets: [set],
    changed,
  }));
}

let oai: ArxivOai;
let library: Page;
beforeAll(async () => {
  oai = await ArxivOai.start();
  await answerForOai(chromium(), oai);
});
beforeEach(async () => {
  oai.fault = answers;
  library = await chromium().open('library.html');
});
afterEach(() => {
  oai.requests.length = 0;
  oai.lists.records.clear();
});
afterAll(() => oai.close());

const pack = (name: string) => library.locator(`[data-pack="${name}"]`);
const asked = () => oai.requests.map(({ parameters }) => parameters['set'] ?? parameters['resumptionToken']);

async function fetchPack(name: string, category: string): Promise<void> {
  await library.getByRole('button', { name: 'Add from arXiv…' }).click();
  const form = library.getByRole('dialog', { name: 'Add a pack from arXiv' });
  await form.getByLabel('Categories').fill(category);
  await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: 'Fetch papers' }).click();
  await form.waitFor({ state: 'hidden' });
}

/** Until nothing is being fetched for a pack that is there. */
async function expectFetched(name: string, papers: number): Promise<void> {
  await expect.poll(() => pack(name).locator('.count').textContent(), PATIENCE).toBe(`${papers}`);
  await expect.poll(() => pack(name).getByRole('progressbar').count(), PATIENCE).toBe(0);
}

/** The ids that the popup finds for a word. */
async function found(word: string): Promise<(string | null)[]> {
  const popup = await chromium().open('popup.html?tab=0');
  await popup.locator('input[type=search]').fill(word);
  await expect.poll(() => popup.getByRole('status').first().textContent()).toMatch(/\d|No/);
  const ids = await popup
    .locator('[data-results] [data-arxiv-id]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-arxiv-id')));
  await popup.close();
  return ids.sort();
}

it('fetches a pack part by part, three seconds apart, and its papers are found', LONG, async () => {
  oai.put(...records('zebra', 'cs:cs:CL'));
  await fetchPack('Zebras', 'cs.CL');
  await pack('Zebras')
    .getByText(/3 of 7 records received, 3 papers/)
    .waitFor();
  expect(await found('zebra')).toEqual([]);
  await expectFetched('Zebras', 7);
  expect(await found('zebra')).toHaveLength(7);
  expect(oai.requests.map(({ parameters }) => parameters['verb'])).toEqual([
    'ListRecords',
    'ListRecords',
    'ListRecords',
  ]);
  const moments = oai.requests.map(({ at }) => at);
  moments.slice(1).forEach((at, before) => expect(at - (moments[before] ?? 0)).toBeGreaterThanOrEqual(3000));
});

it('says why it does not ask for a category that arXiv does not have', async () => {
  await library.getByRole('button', { name: 'Add from arXiv…' }).click();
  await library.getByLabel('Categories').fill('cs.XX');
  await library.getByRole('button', { name: 'Fetch papers' }).click();
  await library.getByText('arXiv has no category "cs.XX"').waitFor();
  expect(oai.requests).toEqual([]);
});

it('goes on where it was when the worker is stopped in the middle of a request', LONG, async () => {
  oai.put(...records('walrus', 'cs:cs:LG'));
  oai.fault = only(2, hangs);
  const worker = await watchWorker(chromium());
  await fetchPack('Walruses', 'cs.LG');
  await expect.poll(() => oai.requests.length, PATIENCE).toBe(2);
  await worker.stop();
  await expectFetched('Walruses', 7);
  const [first, second, third, ...others] = asked();
  expect(first).toBe('cs:cs:LG');
  expect(third).toBe(second);
  expect(others).toHaveLength(1);
  expect(await found('walrus')).toHaveLength(7);
});

it('is paused in the middle of a request, outlives the browser, and goes on where it was', LONG, async () => {
  oai.put(...records('otter', 'cs:cs:LG'));
  oai.fault = only(2, hangs);
  await fetchPack('Otters', 'cs.LG');
  await expect.poll(() => oai.requests.length, PATIENCE).toBe(2);
  await pack('Otters').getByRole('button', { name: 'Pause' }).click();
  await pack('Otters')
    .getByText(/^Paused\. 3 of 7 records received/)
    .waitFor();
  await chromium().restart();
  await answerForOai(chromium(), oai);
  library = await chromium().open('library.html');
  await pack('Otters')
    .getByText(/^Paused\. 3 of 7 records received/)
    .waitFor();
  expect(oai.requests).toHaveLength(2);
  await pack('Otters').getByRole('button', { name: 'Resume' }).click();
  await expectFetched('Otters', 7);
  expect(asked()).toHaveLength(4);
  expect(asked()[2]).toBe(asked()[1]);
});

it('is cancelled, and nothing is left of it', LONG, async () => {
  oai.put(...records('lynx', 'cs:cs:LG'));
  oai.fault = only(2, hangs);
  await fetchPack('Lynxes', 'cs.LG');
  await expect.poll(() => oai.requests.length, PATIENCE).toBe(2);
  await pack('Lynxes').getByRole('button', { name: 'Cancel' }).click();
  await pack('Lynxes').getByRole('button', { name: 'Stop for good' }).click();
  await pack('Lynxes').waitFor({ state: 'detached' });
  expect(await found('lynx')).toEqual([]);
});

it('is renewed: what is new comes, and what arXiv has taken out leaves, though it forgets its list', LONG, async () => {
  const before = records('heron', 'cs:cs:LG');
  const [gone, changed] = before;
  oai.put(...before);
  await fetchPack('Herons', 'cs.LG');
  await expectFetched('Herons', 7);
  oai.requests.length = 0;
  if (gone) oai.put({ ...gone, isDeleted: true, changed: '2026-03-03' });
  if (changed) oai.put({ ...changed, paper: { ...changed.paper, title: 'egret' }, changed: '2026-03-03' });
  oai.put(...records('cormorant', 'cs:cs:LG', { count: 4, changed: '2026-03-03' }));
  oai.fault = only(2, says(200, '<OAI-PMH><error code="badResumptionToken">Too late.</error></OAI-PMH>'));
  await pack('Herons').getByRole('button', { name: 'More on the pack Herons' }).click();
  await pack('Herons').getByRole('button', { name: 'Check for newer papers' }).click();
  await expectFetched('Herons', 10);
  expect(oai.requests[0]?.parameters).toMatchObject({ set: 'cs:cs:LG', from: '2026-03-01' });
  expect(asked().filter((what) => what === 'cs:cs:LG')).toHaveLength(2);
  expect(await found('heron')).not.toContain(gone?.paper.id);
  expect(await found('egret')).toEqual([changed?.paper.id]);
  expect(await found('cormorant')).toHaveLength(4);
});

/** The last of these tests: arXiv is not asked for a while after it. */
it('waits where arXiv wants to be left alone, says so, and goes on', LONG, async () => {
  oai.put(...records('gecko', 'cs:cs:LG', { count: 3 }));
  oai.fault = only(1, says(503, '', { 'retry-after': '5' }));
  await fetchPack('Geckos', 'cs.LG');
  await pack('Geckos').getByText('arXiv asks to be left alone for a while.').waitFor();
  await expectFetched('Geckos', 3);
  expect(oai.requests).toHaveLength(2);
});
