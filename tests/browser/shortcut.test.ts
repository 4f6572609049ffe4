import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ABSTRACT, BLOG, LIST } from '../pages/served';
import { findByRole } from './accessibility';
import { badgesIn, expectBadge } from './card';
import { pressShortcut as shortcutIn, useLinkMenu as linkMenuIn } from './outside-of-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

const pressShortcut = (page: Page) => shortcutIn(chromium(), page);
const useLinkMenu = (page: Page, linkUrl: string) => linkMenuIn(chromium(), page, linkUrl);

it('the shortcut saves the paper that the page is about', async () => {
  const page = await chromium().visit(ABSTRACT);
  await expectBadge(page, '2509.11106', 'indexed');
  await pressShortcut(page);
  await expectBadge(page, '2509.11106', 'saved');
});

it('saves the paper of the link that has the focus, before all others', async () => {
  const page = await chromium().visit(BLOG);
  await expectBadge(page, '2508.13144', 'indexed');
  await page.locator('a[href*="2508.13144"]').first().focus();
  await pressShortcut(page);
  await expectBadge(page, '2508.13144', 'saved');
});

it('saves the paper of an id that is selected, whether it carries a badge or not', async () => {
  const page = await chromium().visit(BLOG);
  await expectBadge(page, '2506.10947');
  await page.getByText('2511.98765').selectText();
  await pressShortcut(page);
  await expectBadge(page, '2511.98765', 'saved');
});

it('asks which one where several could be meant, and saves none', async () => {
  const page = await chromium().visit(LIST);
  await expectBadge(page, '2506.12229');
  const before = await badgesIn(page.locator('body'));
  await pressShortcut(page);
  await expect.poll(() => findByRole(page, 'StaticText', /^This page names \d+ papers/)).toHaveLength(1);
  expect(await findByRole(page, 'alert')).toHaveLength(1);
  expect(await badgesIn(page.locator('body'))).toEqual(before);
});

it('the context menu of a link saves its paper', async () => {
  const page = await chromium().visit(LIST);
  await expectBadge(page, '2506.12229', 'indexed');
  await useLinkMenu(page, 'https://arxiv.org/pdf/2506.12229v1');
  await expectBadge(page, '2506.12229', 'saved');
});
