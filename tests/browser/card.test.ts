import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BLOG, LIST, UNKNOWN_PAPER } from '../pages/served';
import { findByRole } from './accessibility';
import { badgeOf, openCard, openCardOf } from './card';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const PAPER = '2509.11106';
const TITLE = /Fluid Language Model Benchmarking/;

/** The badge that has the focus: a page sees the badge's element, not the button within. */
const focusedBadge = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('manicule-badge')?.getAttribute('data-arxiv-id') ?? null);

describe('the card', () => {
  it('opens with a click, closes with Escape, and gives the focus back', async () => {
    const page = await chromium().visit(BLOG);
    const card = await openCardOf(page, PAPER);
    expect(card.name).toMatch(TITLE);
    await page.keyboard.press('Escape');
    await expect.poll(() => findByRole(page, 'dialog')).toEqual([]);
    await expect.poll(() => focusedBadge(page)).toBe(PAPER);
  });

  it.each(['Enter', 'Space'])('opens with %s', async (key) => {
    const page = await chromium().visit(BLOG);
    await badgeOf(page, PAPER).waitFor();
    await tabTo(page, PAPER);
    await page.keyboard.press(key);
    expect((await openCard(page)).name).toMatch(TITLE);
  });

  it('closes with a click beside it', async () => {
    const page = await chromium().visit(BLOG);
    await openCardOf(page, PAPER);
    await page.mouse.click(1270, 890);
    await expect.poll(() => findByRole(page, 'dialog')).toEqual([]);
  });

  it('gives way to the card of another paper', async () => {
    const page = await chromium().visit(BLOG);
    await openCardOf(page, '2512.13961');
    await badgeOf(page, PAPER).click();
    await expect.poll(async () => (await openCard(page)).name).toMatch(TITLE);
  });

  it('says what is known of a paper that no pack has', async () => {
    const page = await chromium().visit(LIST);
    expect((await openCardOf(page, UNKNOWN_PAPER)).name).toContain(UNKNOWN_PAPER);
  });

  it('is not in the way of the page: no script can look into it', async () => {
    const page = await chromium().visit(BLOG);
    await openCardOf(page, PAPER);
    const roots = await page.evaluate(() =>
      [...document.querySelectorAll('*')].filter(({ localName, shadowRoot }) => localName.includes('-') && shadowRoot),
    );
    expect(roots).toEqual([]);
  });
});

describe('a badge in a link', () => {
  const ADDRESS = 'https://tiles.example.org/';
  const TILE = `<a href="https://arxiv.org/abs/${PAPER}"><div><h3>Fluid</h3><p>arXiv:${PAPER}</p></div></a>
    <script>
      window.heard = [];
      for (const type of ['click', 'mousedown', 'pointerdown', 'keydown'])
        document.querySelector('a').addEventListener(type, () => window.heard.push(type));
    </script>`;

  it('does not follow it, and the link hears nothing of the click', async () => {
    chromium().serve({ [ADDRESS]: TILE });
    const page = await chromium().visit(ADDRESS);
    expect(await badgeOf(page, PAPER).evaluate((badge) => badge.closest('a')?.href)).toContain(PAPER);
    await openCardOf(page, PAPER);
    expect(page.url()).toBe(ADDRESS);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  });

  it('does not follow it on Enter either', async () => {
    chromium().serve({ [ADDRESS]: TILE });
    const page = await chromium().visit(ADDRESS);
    await badgeOf(page, PAPER).waitFor();
    await tabTo(page, PAPER);
    await page.keyboard.press('Enter');
    await openCard(page);
    expect(page.url()).toBe(ADDRESS);
  });

  it('stands beside a link of plain words, so that the link stays a link', async () => {
    const page = await chromium().visit(BLOG);
    await badgeOf(page, PAPER).waitFor();
    await page.locator('#on-words a').first().click();
    await expect.poll(() => page.url()).toBe(`https://arxiv.org/abs/${PAPER}v1`);
  });
});

/** Walks with Tab until the badge of a paper has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 50; presses++) {
    if ((await focusedBadge(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach the badge of ${id}.`);
}
