import { describe, expect, it } from 'vitest';
import { ABSTRACT, BLOG, LIST, README, UNKNOWN_PAPER } from '../pages/served';
import { badgeOf, badgesIn } from './card';
import { findByRole } from './accessibility';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const indexed = (id: string) => ({ id, state: 'indexed' });

describe('on a listing of arXiv', () => {
  it('marks every paper once, in order, and those that no pack has as unsaved', async () => {
    const page = await chromium().visit(LIST);
    await expect
      .poll(() => badgesIn(page.locator('body')))
      .toEqual([
        indexed('2512.13961'),
        indexed('2506.10947'),
        indexed('2509.11106'),
        indexed('2602.13551'),
        indexed('2506.01937'),
        { id: UNKNOWN_PAPER, state: 'unsaved' },
        indexed('2507.02833'),
        indexed('2511.07317'),
        indexed('2505.23971'),
        indexed('2506.12229'),
      ]);
  });

  it('puts the badge right after the link that names the paper', async () => {
    const page = await chromium().visit(LIST);
    await badgeOf(page, '2506.12229').waitFor();
    const before = await page
      .locator('manicule-badge')
      .evaluateAll((badges) => badges.map((badge) => badge.previousSibling?.textContent?.trim()));
    const ids = (await badgesIn(page.locator('body'))).map(({ id }) => `arXiv:${id}`);
    expect(before).toEqual(ids);
  });
});

describe('on an abstract page', () => {
  it('marks the paper of the page and those that its text names', async () => {
    const page = await chromium().visit(ABSTRACT);
    await expect
      .poll(async () => new Map((await badgesIn(page.locator('body'))).map(({ id, state }) => [id, state])))
      .toEqual(
        new Map([
          ['2509.11106', 'indexed'],
          ['2508.13144', 'indexed'],
          [UNKNOWN_PAPER, 'unsaved'],
        ]),
      );
  });

  it('puts nothing into scripts and what stands in for them', async () => {
    const page = await chromium().visit(ABSTRACT);
    await badgeOf(page, '2509.11106').waitFor();
    expect(await page.locator('script manicule-badge, noscript manicule-badge, head manicule-badge').count()).toBe(0);
  });
});

describe('on a README', () => {
  it('marks links of every kind and ids in text, and leaves unknown papers alone', async () => {
    const page = await chromium().visit(README);
    await expect
      .poll(() => badgesIn(page.locator('body')))
      .toEqual(['2512.13961', '2509.11106', '2507.02833', '2506.01937', '2602.13551', '2504.07096'].map(indexed));
  });

  it('reads no form fields', async () => {
    const page = await chromium().visit(README);
    await badgeOf(page, '2504.07096').waitFor();
    expect(
      await page
        .locator('input, textarea')
        .evaluateAll((fields) => fields.map((field) => field.nextElementSibling?.localName)),
    ).not.toContain('manicule-badge');
    expect(await page.locator('textarea').inputValue()).toBe('See arXiv:2511.19399');
  });
});

describe('on a blog', () => {
  it('marks a paper once in each block', async () => {
    const page = await chromium().visit(BLOG);
    await expect
      .poll(() => badgesIn(page.locator('#references')))
      .toEqual(['2509.11106', '2506.10947', '2512.13961'].map(indexed));
    expect(await badgesIn(page.locator('#on-words'))).toEqual(['2509.11106', '2508.13144'].map(indexed));
    expect(await badgesIn(page.locator('#in-text'))).toEqual([indexed('2506.10947')]);
    expect(await badgesIn(page.locator('#unknown'))).toEqual([]);
  });

  it('stands right after the text that names the paper', async () => {
    const page = await chromium().visit(BLOG);
    await badgeOf(page, '2506.10947').waitFor();
    const badge = page.locator('#in-text manicule-badge');
    expect(await badge.evaluate((element) => element.previousSibling?.textContent)).toMatch(/\(arXiv:2506\.10947v2$/);
    expect(await badge.evaluate((element) => element.nextSibling?.textContent)).toMatch(/^\), and so/);
  });

  it('marks what the page adds later', async () => {
    const page = await chromium().visit(BLOG);
    await badgeOf(page, '2506.10947').waitFor();
    await page.evaluate(() => document.querySelector('#unknown')?.append(' And arXiv:2511.07317 came after that.'));
    await expect.poll(() => badgesIn(page.locator('#unknown'))).toEqual([indexed('2511.07317')]);
  });

  it('works in a form whose fields hide the methods of their form', async () => {
    const page = await chromium().visit(BLOG);
    await expect.poll(() => badgesIn(page.locator('form'))).toEqual([indexed('2507.07024')]);
  });

  it('names the paper to a screen reader', async () => {
    const page = await chromium().visit(BLOG);
    await badgeOf(page, '2508.13144').waitFor();
    const title = /Signal and Noise: A Framework for Reducing Uncertainty in Language Model Evaluation/;
    expect(await findByRole(page, 'button', title)).toHaveLength(1);
  });
});

it('names a paper by its id where the title is not known', async () => {
  const page = await chromium().visit(LIST);
  await badgeOf(page, UNKNOWN_PAPER).waitFor();
  expect(await findByRole(page, 'button', new RegExp(UNKNOWN_PAPER))).toHaveLength(1);
});
