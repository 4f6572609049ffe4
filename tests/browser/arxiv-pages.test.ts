import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  ABSTRACT_2019,
  ABSTRACT_WITH_TABS,
  AR5IV_PAPER,
  AUTHOR,
  CATCH_UP,
  HTML_PAPER,
  LIST,
  NEW,
  NOT_FOUND,
  SEARCH,
  UNKNOWN_PAPER,
} from '../pages/served';
import { badgeOf, badgesIn, expectBadge, saveFromCard } from './card';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const OLMO = '2512.13961';
const RLVE = '2511.07317';
const FLUID = '2509.11106';
const FLIP = '2602.13551';
const SPURIOUS = '2506.10947';
const NOISE = '2508.13144';
const FOLLOWING = '2507.02833';
const OMEGA = '2506.18880';

const indexed = (id: string) => ({ id, state: 'indexed' });
const saved = (id: string) => ({ id, state: 'saved' });
const unsaved = (id: string) => ({ id, state: 'unsaved' });

const badgesOf = (page: Page) => badgesIn(page.locator('body'));

/** What the badges within each of these stand after, together with what is next to it where a listing has it so. */
function badgesInEach(page: Page, selector: string): Promise<string[][]> {
  return page
    .locator(selector)
    .evaluateAll((entries) =>
      entries.map((entry) =>
        [entry, ...(entry.localName === 'dt' && entry.nextElementSibling ? [entry.nextElementSibling] : [])].flatMap(
          (part) =>
            [...part.querySelectorAll('manicule-badge')].map(
              (badge) => `${badge.getAttribute('data-arxiv-id')} ${badge.getAttribute('data-state')}`,
            ),
        ),
      ),
    );
}

describe('an abstract page', () => {
  const OTHERS = [indexed(NOISE), unsaved(UNKNOWN_PAPER), indexed(OMEGA), indexed(FOLLOWING)];

  it('has one badge for its paper, at the end of the title, and one for each paper that it names', async () => {
    const page = await chromium().visit(ABSTRACT_WITH_TABS);
    await expect.poll(() => badgesOf(page)).toEqual([indexed(SPURIOUS), indexed(RLVE), ...OTHERS]);
    const places = await page
      .locator('h1 manicule-badge')
      .evaluateAll((badges) => badges.map((badge) => badge.previousSibling?.textContent?.trim()));
    expect(places).toEqual([`arXiv:${SPURIOUS}`, 'on rewards']);
  });

  it('keeps the state of its paper and of the papers that it names apart', async () => {
    const page = await chromium().visit(ABSTRACT_WITH_TABS);
    await saveFromCard(page, SPURIOUS);
    await expect.poll(() => badgesOf(page)).toEqual([saved(SPURIOUS), indexed(RLVE), ...OTHERS]);
    await page.keyboard.press('Escape');
    await saveFromCard(page, RLVE);
    await expect.poll(() => badgesOf(page)).toEqual([saved(SPURIOUS), saved(RLVE), ...OTHERS]);
    const other = await chromium().visit(ABSTRACT_WITH_TABS);
    await expect.poll(() => badgesOf(other)).toEqual([saved(SPURIOUS), saved(RLVE), ...OTHERS]);
  });

  it('of the old layout has its badge at the title too, and not in the header', async () => {
    const page = await chromium().visit(ABSTRACT_2019);
    await expect.poll(() => badgesOf(page)).toEqual([unsaved('1912.98765'), indexed(OLMO)]);
    const title = page.locator('h1.title');
    expect(await badgesIn(title)).toEqual([unsaved('1912.98765')]);
    expect(await title.evaluate((heading) => heading.lastElementChild?.localName)).toBe('manicule-badge');
  });

  it('that says there is no such paper has no badge for it', async () => {
    const page = await chromium().visit(NOT_FOUND);
    await page.evaluate(() => document.querySelector('p')?.append(' Look at arXiv:2602.13551.'));
    await expectBadge(page, FLIP);
    expect((await badgesOf(page)).map(({ id }) => id)).not.toContain('2511.99999');
  });
});

describe('a listing', () => {
  it.each([NEW, CATCH_UP])('of all kinds of entries has one badge for the paper of each: %s', async (address) => {
    const page = await chromium().visit(address);
    await expect
      .poll(() => badgesInEach(page, 'dt'))
      .toEqual([
        [`${UNKNOWN_PAPER} unsaved`, `${SPURIOUS} saved`],
        [`${FLUID} indexed`],
        [`${FLIP} indexed`],
        [`${OLMO} indexed`],
        ['hep-th/9912999 unsaved'],
      ]);
    // Right after the link that is the paper's, whatever follows it in the line.
    const after = page.locator('a[title=Abstract] + manicule-badge');
    expect(await after.count()).toBe(5);
  });

  it('of the last days has one badge for each entry', async () => {
    const page = await chromium().visit(LIST);
    await expect
      .poll(async () => (await badgesInEach(page, 'dt')).map(({ length }) => length))
      .toEqual(Array(10).fill(1));
    expect(await badgesOf(page)).toHaveLength(10);
  });

  it('of what an author has written has one badge for each entry', async () => {
    const page = await chromium().visit(AUTHOR);
    await expect.poll(() => badgesInEach(page, 'dt')).toEqual([[`${FLUID} indexed`], ['1912.98765 unsaved']]);
    expect(await badgesOf(page)).toHaveLength(2);
  });
});

/** The badges that a person sees, in the order of the page. */
function seenIn(page: Page, selector: string): Promise<(string | null)[]> {
  return page
    .locator(`${selector} manicule-badge`)
    .evaluateAll((badges) =>
      badges.filter((badge) => badge.checkVisibility()).map((badge) => badge.getAttribute('data-arxiv-id')),
    );
}

describe('search results', () => {
  it('have one badge for each paper, and one for each that is named', async () => {
    const page = await chromium().visit(SEARCH);
    await expect.poll(() => seenIn(page, '.arxiv-result:first-child')).toEqual([FLIP, SPURIOUS]);
    // The id that was searched for is in two pieces.
    await expect.poll(() => seenIn(page, '.arxiv-result:last-child')).toEqual([UNKNOWN_PAPER, OLMO]);
    expect(await page.locator('.comments .search-hit manicule-badge').count()).toBe(1);
  });

  it('show a badge beside the words that are shown, before and after More', async () => {
    const page = await chromium().visit(SEARCH);
    await expect.poll(() => seenIn(page, '.abstract-short')).toEqual([SPURIOUS]);
    await page.locator('text=More').first().click();
    await expect.poll(() => seenIn(page, '.abstract-full')).toEqual([SPURIOUS]);
    expect(await seenIn(page, '.abstract-short')).toEqual([]);
    await page.locator('text=Less').first().click();
    await expect.poll(() => seenIn(page, '.abstract-short')).toEqual([SPURIOUS]);
  });
});

describe.each([
  ['an HTML paper', HTML_PAPER],
  ['a paper on ar5iv', AR5IV_PAPER],
])('%s', (_, address) => {
  it('has one badge for itself, at its title, whatever leads to it', async () => {
    const page = await chromium().visit(address);
    await expectBadge(page, UNKNOWN_PAPER);
    expect(await page.locator(`manicule-badge[data-arxiv-id="${RLVE}"]`).count()).toBe(1);
    const title = page.locator('h1.ltx_title_document');
    expect((await badgesIn(title)).map(({ id }) => id)).toEqual([RLVE]);
    expect(await badgeOf(page, RLVE).evaluate((badge) => badge.previousSibling?.textContent)).toBe('are for');
  });

  it('has one badge in each entry of its bibliography, in whatever form it names the paper', async () => {
    const page = await chromium().visit(address);
    await expect
      .poll(() => badgesInEach(page, '.ltx_bibitem'))
      .toEqual([
        [`${SPURIOUS} saved`],
        [`${NOISE} indexed`],
        [`${FOLLOWING} indexed`],
        [`${FLUID} indexed`],
        [`${FLIP} indexed`],
        [`${UNKNOWN_PAPER} unsaved`],
        [],
      ]);
    expect(await page.locator('manicule-badge').count()).toBe(7);
  });
});
