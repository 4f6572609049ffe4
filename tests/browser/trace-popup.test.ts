import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { findByRole } from './accessibility';
import { importFacts, makeEdit } from './edits';
import { madeUpId, snapshotRecord, upload } from './exchange-files';
import { expectNamed, openLibrary } from './library';
import { pressShortcut, useSelectionMenu } from './outside-of-page';
import { pageOf } from './own-page';
import { importPack } from './packs';
import { withChromium } from './with-chromium';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const chrome: {
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
  action: {
    getBadgeText(of: { tabId: number }): Promise<string>;
    getTitle(of: { tabId: number }): Promise<string>;
  };
};

const chromium = withChromium();

const BIRDS =
  'Each spring the keeper of the lighthouse counted the birds that came to rest upon its lamp, and wrote down how many ' +
  'of them had flown against the wind.';
const BELLS =
  'A bell that has been cast twice keeps some of the sound of the first, as old founders say who have heard both of them ring.';
const TIDES =
  'Where two rivers meet below the mill the water turns back for an hour after every tide, and carries the boats upstream.';
const MANY = 'All that was counted for this work is open, and may be asked for at the address that stands below it.';
/** Words of no paper. */
const OTHER = 'Nobody has ever written this in front of what follows here:';

const [KEPT, ALSO_KEPT, OF_PACK, RIGHT_TO_LEFT, LONG] = [1, 2, 3, 4, 5].map(madeUpId) as [
  string,
  string,
  string,
  string,
  string,
];
const LONG_TITLE = 'Counting birds, bells and tides from a lighthouse '.repeat(6).trim();
const LONG_ABSTRACT = Array.from({ length: 400 }, (_, at) => `stone${at}`).join(' ');
const ARABIC =
  'كان حارس المنارة يعد الطيور التي تحط على مصباحها في كل ربيع ويكتب في دفتره عدد الطيور التي طارت عكس الريح القوية';

beforeAll(async () => {
  await importFacts(
    chromium(),
    { id: KEPT, title: 'Birds at the lamp', abstract: `${OTHER.slice(0, 20)} ${BIRDS} ${BELLS}`, authors: ['Ana Lim'] },
    { id: ALSO_KEPT, title: 'Birds and bells', abstract: `We quote. ${BIRDS} That is all.`, authors: ['Bo Chu'] },
    { id: RIGHT_TO_LEFT, title: 'الطيور عند المنارة', abstract: ARABIC, authors: ['سليم نور'] },
    { id: LONG, title: LONG_TITLE, abstract: LONG_ABSTRACT, authors: ['Cy Day'] },
  );
  const library = await openLibrary(chromium());
  await importPack(library, 'Tides', upload('tides.json', snapshotRecord(3, TIDES)));
  await library.close();
});

/** Opens a page of these paragraphs, and the popup for it. */
async function popupFor(...paragraphs: string[]) {
  const page = await pageOf(chromium(), paragraphs.map((text) => `<p dir="auto">${text}</p>`).join(''));
  return { page, ...(await popupOf(page)) };
}

async function popupOf(page: Page) {
  const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
  await popup.setViewportSize({ width: 420, height: 580 });
  const region = popup.getByRole('region', { name: 'Passages on this page', exact: true });
  return {
    popup,
    region,
    passages: region.locator('[data-arxiv-id]'),
    trace: popup.getByRole('button', { name: 'Trace this page' }),
  };
}

it('lists the passages of the page, the longest first, each with its words and the papers in which it stands', async () => {
  const { popup, region, passages, trace } = await popupFor(
    `${OTHER} ${TIDES}`,
    `${OTHER} ${BELLS.replace('first, as', 'first,<br>as')}`,
    `${OTHER} <b>${BIRDS.slice(0, 40)}</b>${BIRDS.slice(40)}`,
  );
  await popup.getByText('Find the papers that words on this page come from.').waitFor();
  expect(await region.count()).toBe(0);
  await trace.click();
  await region.getByText('3 passages, the longest first').waitFor();

  const texts = await passages.locator('blockquote').allTextContents();
  expect(texts.map((text) => [BIRDS, BELLS, TIDES].findIndex((whole) => text.startsWith(whole.slice(0, 40))))).toEqual([
    0, 1, 2,
  ]);
  expect(await passages.locator('.length').allTextContents()).toEqual(
    [BIRDS, BELLS, TIDES].map((text) => `${text.split(' ').length} words`),
  );
  const shared = passages.first();
  expect(await shared.getByRole('link').allTextContents()).toEqual(
    expect.arrayContaining(['Birds at the lamp', 'Birds and bells']),
  );
  expect(await shared.locator('[data-arxiv-id]').count()).toBe(0);
  expect(
    await passages.evaluateAll((all) =>
      all.slice(1).map((each) => [each.getAttribute('data-arxiv-id'), each.getAttribute('data-state')]),
    ),
  ).toEqual([
    [KEPT, 'saved'],
    [OF_PACK, 'indexed'],
  ]);
});

it('lists the first papers of words that very many have, and all of them when that is wanted', async () => {
  const ids = Array.from({ length: 40 }, (_, at) => madeUpId(100 + at));
  await importFacts(chromium(), ...ids.map((id) => ({ id, title: `Paper ${id}`, abstract: `As ${id} says: ${MANY}` })));
  const { passages, trace } = await popupFor(MANY);
  await trace.click();
  const all = passages.getByRole('button', { name: 'All 40 papers' });
  await all.waitFor();
  expect(await passages.getByRole('link').count()).toBe(5);
  await all.click();
  await expect.poll(() => passages.getByRole('link').count()).toBe(40);
  await all.click();
  await expect.poll(() => passages.getByRole('link').count()).toBe(5);
});

it('saves the paper of a passage, and follows it when it is let go elsewhere', async () => {
  const { passages, trace } = await popupFor(TIDES);
  await trace.click();
  await passages.getByRole('button', { name: 'Save On the bending of glass' }).click();
  const saved = passages.and(passages.page().locator('[data-state="saved"]'));
  await saved.waitFor();
  await makeEdit(chromium(), { kind: 'remove', id: OF_PACK });
  await saved.waitFor({ state: 'detached' });
  expect(await passages.getAttribute('data-state')).toBe('indexed');
});

it('is worked by the keyboard alone', async () => {
  const { popup, page, passages, trace } = await popupFor(
    `<span style="display:block;height:3000px"></span>${BIRDS}`,
    LONG_ABSTRACT,
  );
  await trace.waitFor();
  await expectNamed(popup);
  await popup.locator('input[type=search]').focus();
  for (let presses = 0; !(await trace.evaluate((button) => button === document.activeElement)); presses++) {
    expect(presses).toBeLessThan(10);
    await popup.keyboard.press('Tab');
  }
  await popup.keyboard.press('Enter');
  await passages.nth(1).waitFor();
  await expectNamed(popup);
  // The button that was pressed is still there, and so is the focus.
  expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Trace again');
  const focused = () => popup.evaluate(() => document.activeElement?.closest('[data-arxiv-id]')?.textContent ?? '');
  while ((await focused()) === '') await popup.keyboard.press('ArrowDown');
  expect(await focused()).toContain('stone0');

  expect(await focused()).not.toContain('stone200');
  await popup.keyboard.press('ArrowRight');
  await expect.poll(focused).toContain('stone200');
  await popup.keyboard.press('ArrowLeft');
  await expect.poll(focused).not.toContain('stone200');
  await popup.keyboard.press('ArrowDown');
  expect(await focused()).toContain('Each spring the keeper');

  await popup.keyboard.press('Shift+Tab');
  expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Show');
  await popup.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
  const isInView = () =>
    page.getByText('Each spring').evaluate((text) => text.getBoundingClientRect().bottom <= innerHeight);
  await expect.poll(isInView).toBe(true);
});

it('makes place for results, and is as it was after them', async () => {
  const { popup, passages, trace, region } = await popupFor(BIRDS);
  await trace.click();
  await passages.waitFor();
  await popup.locator('input[type=search]').fill('rlve');
  await popup.locator('[data-results]').waitFor();
  expect(await region.count()).toBe(0);
  await popup.locator('input[type=search]').fill('');
  await passages.waitFor();
});

it('says so where nothing was found, and traces again what the page says by then', async () => {
  const { page, region, passages, trace } = await popupFor(OTHER);
  await trace.click();
  await region.getByText('No passage of 12 words or more stands in a paper that Manicule has.').waitFor();
  await page.evaluate((text) => document.body.append(text), BELLS);
  await region.getByRole('button', { name: 'Trace again' }).click();
  await passages.waitFor();
  expect(await region.getByRole('status').textContent()).toBe('1 passage');
});

it('offers nothing where the page cannot be read', async () => {
  const { popup, trace } = await popupOf(await chromium().visit('chrome://version/'));
  await popup.getByText('Manicule cannot read this page.').waitFor();
  expect(await trace.count()).toBe(0);
});

it('says when the page is gone that was to be traced', async () => {
  const { page, popup, trace } = await popupFor(BIRDS);
  await trace.waitFor();
  await page.close();
  await popup.getByText('This tab was closed.').waitFor();
  expect(await trace.count()).toBe(0);
});

it.each([
  [420, 580],
  [320, 580],
  // Twice as large as it would like to be.
  [210, 290],
])('has room for fifty passages, long ones, a long title and right-to-left in %d × %d', async (width, height) => {
  const many = Array.from({ length: 48 }, (_, at) => `${OTHER} ${at} ${BIRDS}`);
  const { popup, passages, trace } = await popupFor(LONG_ABSTRACT, ARABIC, ...many);
  await popup.setViewportSize({ width, height });
  await trace.click();
  await passages.nth(49).waitFor();
  expect(await passages.count()).toBe(50);
  const panel = popup.locator('.panel');
  expect((await panel.boundingBox())?.height).toBeGreaterThan(180);
  await passages.first().getByRole('button', { name: 'All words of the passage' }).click();
  expect(await panel.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  expect(await passages.first().getByRole('link').getAttribute('title')).toBe(LONG_TITLE);
  const quote = passages.locator('blockquote').filter({ hasText: ARABIC.slice(0, 20) });
  expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
});

it('has a shortcut that the browser does not keep to itself', async () => {
  const commands = await chromium().desk.evaluate(() => chrome.commands.getAll());
  expect(commands.map(({ name, shortcut }) => [name, shortcut])).toContainEqual(['trace-selection', 'Alt+Shift+F']);
});

it('traces what is selected by the shortcut, and says what came of it', async () => {
  const page = await pageOf(chromium(), `<p id="one">${BIRDS}</p><p id="other">${BELLS}</p><p id="none">${OTHER}</p>`);
  await pressShortcut(chromium(), page, 'trace-selection');
  await expect.poll(() => findByRole(page, 'StaticText', /^Nothing is selected\.$/)).toHaveLength(1);
  await page.locator('#none').selectText();
  await pressShortcut(chromium(), page, 'trace-selection');
  await expect.poll(() => findByRole(page, 'StaticText', /^No passage of 12 words or more/)).toHaveLength(1);
  await page.locator('#other').selectText();
  await pressShortcut(chromium(), page, 'trace-selection');
  await expect.poll(() => findByRole(page, 'StaticText', /^1 passage of the selection/)).toHaveLength(1);
  const { passages } = await popupOf(page);
  await passages.waitFor();
  expect(await passages.getAttribute('data-arxiv-id')).toBe(KEPT);
  expect(await passages.locator('blockquote').textContent()).toContain('A bell that has been cast twice');
});

it('so does the menu of the words', async () => {
  const page = await pageOf(chromium(), `<p>${BIRDS}</p><p>${OTHER}</p><p>${BELLS}</p>`);
  await page.locator('body').selectText();
  await useSelectionMenu(chromium(), page, `${BIRDS} ${OTHER} ${BELLS}`);
  await expect.poll(() => findByRole(page, 'StaticText', /^2 passages of the selection/)).toHaveLength(1);
});

it('where no script of ours runs, the toolbar icon says which paper it is', async () => {
  const page = await chromium().visit('chrome://version/');
  const tabId = await chromium().tabId(page);
  const said = () =>
    chromium().desk.evaluate(
      async (id) => [await chrome.action.getBadgeText({ tabId: id }), await chrome.action.getTitle({ tabId: id })],
      tabId,
    );
  await useSelectionMenu(chromium(), page, `as read: ${BELLS}`);
  await expect.poll(said).toEqual(['✓', 'Stands in: Birds at the lamp']);
  // To Chromium, its PDF viewer stands in no tab.
  await useSelectionMenu(chromium(), page, OTHER, { id: -1 });
  await expect.poll(said).toEqual(['?', 'No passage of 12 words or more stands in a paper that Manicule has.']);
  await pressShortcut(chromium(), page, 'trace-selection');
  await expect.poll(said).toEqual(['?', expect.stringMatching(/^Manicule cannot read this page\./)]);
});
