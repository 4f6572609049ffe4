import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { TIME_OUT } from '../../lib/asking/limits';
import { ArxivApi, type Fault, hangs, says, tellsOf } from '../services/arxiv-api';
import { findByRole } from './accessibility';
import { answerFor } from './arxiv-api';
import { badgeOf, expectBadge, openCard } from './card';
import { choose, choicesIn, forgetChoices } from './choices';
import { pageOf } from './own-page';
import { withChromium } from './with-chromium';
import { watchWorker } from './worker';

const chromium = withChromium();

let api: ArxivApi;
beforeAll(async () => {
  api = await ArxivApi.start();
  await answerFor(chromium(), api);
});
afterEach(async () => {
  await forgetChoices(chromium());
  api.requests.length = 0;
});
afterAll(() => api.close());

/** Answers a request with the papers that it asks for. */
const answers: Fault = (response, request) =>
  tellsOf(...request.ids.map((id) => ({ id, title: `The title of ${id}` })))(response, request);

/** Lets requests wait until they are let go. */
function holdRequests(): () => void {
  const requests: (() => void)[] = [];
  api.fault = (...request) => void requests.push(() => answers(...request));
  return () => {
    api.fault = answers;
    for (const answer of requests) answer();
  };
}

/** Opens the popup for a page. */
async function popupFor(page: Page) {
  const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
  return {
    popup,
    allowing: popup.getByRole('switch', { name: 'Ask arXiv about papers that I save' }),
    line: popup.getByRole('status').filter({ hasText: /arXiv/ }),
  };
}

/** Opens a page that names a paper which nobody knows, and the popup for it. */
async function openUnknown(id: string) {
  const page = await pageOf(chromium(), `<p>Read arXiv:${id} too.</p>`);
  const inPopup = await popupFor(page);
  const button = inPopup.popup.getByRole('button', { name: new RegExp(`^Save .*${id}`) });
  await button.waitFor();
  return { page, ...inPopup, save: () => button.click() };
}

/** Opens such a page, and saves its paper from the popup. */
async function saveUnknown(id: string) {
  const opened = await openUnknown(id);
  await opened.save();
  await expectBadge(opened.page, id, 'saved');
  return opened;
}

/** As long as a worker that was stopped while it asked may take, and the alarm that wakes it. */
const SOONER_OR_LATER = { timeout: 60_000, interval: 500 };

async function expectTitle(page: Page, id: string, options = {}): Promise<void> {
  const badges = () => findByRole(page, 'button', new RegExp(`The title of ${id}`));
  await expect.poll(async () => (await badges()).length, options).toBe(1);
}

const asked = () => api.requests.map(({ ids }) => ids);

it('asks for nothing unless it is allowed, and then for all that is missing', async () => {
  api.fault = answers;
  const { allowing } = await saveUnknown('2601.00001');
  // Had anything been asked for over the first paper, it would have been before the second was saved.
  const { page, popup } = await saveUnknown('2601.00002');
  expect(await allowing.isChecked()).toBe(false);
  expect(asked()).toEqual([]);
  await allowing.click();
  await popup.getByText('The title of 2601.00002').waitFor();
  await expectTitle(page, '2601.00002');
  expect(asked().map((ids) => ids.sort())).toEqual([['2601.00001', '2601.00002']]);
  expect(chromium().outside.asked()).not.toContain('export.arxiv.org');
});

it('says on the welcome page what is sent to whom, and is allowed there', async () => {
  const page = await chromium().open('welcome.html');
  const allowing = page.getByRole('switch', { name: 'Ask arXiv about papers that I save' });
  await page.getByText(/its id is sent to arXiv \(export\.arxiv\.org\)/).waitFor();
  expect(await allowing.isChecked()).toBe(false);
  await allowing.click();
  await expect.poll(() => allowing.isChecked()).toBe(true);
  expect(await choicesIn(chromium())).toEqual(['ask-arxiv']);
});

it('brings the title to badge, card and popup as they stand, and says what it does meanwhile', async () => {
  await choose(chromium(), 'ask-arxiv');
  const letGo = holdRequests();
  const { page, popup, line } = await saveUnknown('2601.00003');
  await expect.poll(() => line.textContent()).toBe('Asking arXiv about 1 paper…');
  await page.bringToFront();
  await badgeOf(page, '2601.00003').click();
  expect((await openCard(page)).name).not.toContain('The title');
  letGo();
  await expect.poll(async () => (await openCard(page)).name).toContain('The title of 2601.00003');
  await expectTitle(page, '2601.00003');
  await popup.getByText('The title of 2601.00003').waitFor();
  await expect.poll(() => line.count()).toBe(0);
  await popup.locator('input[type=search]').fill('the title of');
  await popup.locator('[data-results] [data-arxiv-id="2601.00003"]').waitFor();
});

it('keeps the three seconds where the worker is stopped between two requests', { timeout: 120_000 }, async () => {
  await choose(chromium(), 'ask-arxiv');
  api.fault = answers;
  const worker = await watchWorker(chromium());
  // The second is ready to be saved before the first is asked about: three seconds are short.
  const second = await openUnknown('2601.00006');
  const first = await saveUnknown('2601.00005');
  await expectTitle(first.page, '2601.00005');
  await second.save();
  await expectBadge(second.page, '2601.00006', 'saved');
  await worker.stop();
  // A machine that needs more than three seconds up to here has stopped the worker after its second request, if not in
  // the midst of it: the three seconds hold all the same.
  await second.popup.locator('input[type=search]').fill('anything that wakes the worker');
  await expectTitle(second.page, '2601.00006', SOONER_OR_LATER);
  const [one, other] = api.requests.map(({ at }) => at);
  expect((other ?? 0) - (one ?? 0)).toBeGreaterThanOrEqual(3000);
});

it('goes on by itself where the worker is stopped while it asks', { timeout: 120_000 }, async () => {
  await choose(chromium(), 'ask-arxiv');
  api.fault = hangs;
  const worker = await watchWorker(chromium());
  const request = api.asked();
  const { page, save } = await openUnknown('2601.00007');
  const before = Date.now();
  await save();
  await expectBadge(page, '2601.00007', 'saved');
  await request;
  await worker.stop();
  api.fault = answers;
  // Nobody wakes it but its alarm.
  await expectTitle(page, '2601.00007', SOONER_OR_LATER);
  await expect
    .poll(() => worker.states.slice(worker.states.indexOf('stopped')))
    .toEqual(['stopped', 'starting', 'running']);
  expect(api.requests).toHaveLength(2);
  // Who died while it asked had until then to be answered, and three seconds. How long a request takes to come is not
  // counted: of two that come, the first may have taken longer.
  expect((api.requests[1]?.at ?? 0) - before).toBeGreaterThanOrEqual(TIME_OUT + 3000);
});

/** The last of these tests: from here on, arXiv may not be asked for ten minutes. */
it('waits as long as arXiv asks for, and stops when the person says so', async () => {
  await choose(chromium(), 'ask-arxiv');
  api.fault = says(429, '', { 'retry-after': '600' });
  const { popup, line } = await saveUnknown('2601.00004');
  await expect.poll(() => line.textContent()).toMatch(/^arXiv asked us to wait until .*\d\d.*\.$/);
  await popup.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => line.textContent()).toBe('Stopped: arXiv is not asked about 1 paper.');
  await popup.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => line.textContent()).toMatch(/^arXiv asked us to wait until/);
  expect(asked()).toEqual([['2601.00004']]);
});
