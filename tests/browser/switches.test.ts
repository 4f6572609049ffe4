import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { ABSTRACT, BLOG, LIST, README } from '../pages/served';
import { findByRole } from './accessibility';
import { badgesIn, expectBadge, openCardOf } from './card';
import { choicesIn, choose, forgetChoices } from './choices';
import { withChromium } from './with-chromium';

/** What a test breaks in the popup, to see what it says. */
declare const chrome: { storage: { local: { set: () => Promise<void> } } };

const chromium = withChromium();

afterEach(() => forgetChoices(chromium()));

/** The popup for a page: its switches, and what it says of the page. */
async function popupFor(page: Page) {
  const popup = await chromium().open(`popup.html?tab=${await chromium().tabId(page)}`);
  return {
    popup,
    region: popup.getByRole('region', { name: 'On this page', exact: true }),
    ofSite: popup.getByRole('switch', { name: `Mark papers on ${new URL(page.url()).hostname}`, exact: true }),
    onlyArxiv: popup.getByRole('switch', { name: 'Only on arXiv', exact: true }),
  };
}

const countOf = (page: Page) => page.locator('manicule-badge').count();

/** Expects that a page is as its site sent it, to the last node. */
async function expectUntouched(page: Page): Promise<void> {
  const isUntouched = () =>
    page.evaluate(async () => {
      const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      return document.documentElement.isEqualNode(sent.documentElement);
    });
  await expect.poll(isUntouched).toBe(true);
}

it('switches one site off and on again, in the page that is open', async () => {
  const [page, other] = [await chromium().visit(BLOG), await chromium().visit(README)];
  for (const each of [page, other]) await expectBadge(each, '2509.11106');
  const [before, elsewhere] = [await badgesIn(page.locator('body')), await countOf(other)];
  const { ofSite, region } = await popupFor(page);
  await expect.poll(() => ofSite.isChecked()).toBe(true);

  await ofSite.click();
  await region.getByText('Manicule is switched off on blog.example.org.').waitFor();
  expect(await ofSite.isChecked()).toBe(false);
  await expectUntouched(page);
  expect(await countOf(other)).toBe(elsewhere);

  await ofSite.click();
  await region.locator('[data-arxiv-id="2509.11106"]').waitFor();
  expect(await ofSite.isChecked()).toBe(true);
  await expect.poll(() => badgesIn(page.locator('body'))).toEqual(before);
  expect(await choicesIn(chromium())).toEqual([]);
});

it('leaves no card behind either', async () => {
  const page = await chromium().visit(BLOG);
  await openCardOf(page, '2508.13144');
  const { ofSite } = await popupFor(page);
  await ofSite.click();
  await expectUntouched(page);
  expect(await findByRole(page, 'dialog')).toEqual([]);
});

it('offers to switch a site on where it says that it is off', async () => {
  await choose(chromium(), 'off:blog.example.org');
  const page = await chromium().visit(BLOG);
  const { popup, region } = await popupFor(page);
  await region.getByRole('button', { name: 'Switch on' }).click();
  await expectBadge(page, '2509.11106');
  await region.locator('[data-arxiv-id="2509.11106"]').waitFor();
  // Whoever came by keyboard is where they can go on.
  expect(await popup.locator('input[type=search]').evaluate((box) => box === document.activeElement)).toBe(true);
});

it('a site stays off when its page is loaded anew and when the browser is closed and opened', async () => {
  const page = await chromium().visit(BLOG);
  await expectBadge(page, '2509.11106');
  const { ofSite, region } = await popupFor(page);
  await ofSite.click();
  await region.getByText('switched off').waitFor();
  await page.reload();
  // What is marked on another page after that came later than what might have been on this one.
  await expectBadge(await chromium().visit(LIST), '2509.11106');
  await expectUntouched(page);

  await chromium().restart();
  const later = await chromium().visit(BLOG);
  await expectBadge(await chromium().visit(LIST), '2509.11106');
  await expectUntouched(later);
  await (await popupFor(later)).region.getByText('switched off').waitFor();
});

it('marks on arXiv only, and then elsewhere too', async () => {
  const [blog, list] = [await chromium().visit(BLOG), await chromium().visit(LIST)];
  for (const page of [blog, list]) await expectBadge(page, '2509.11106');
  const before = await badgesIn(list.locator('body'));
  const { popup, onlyArxiv, ofSite, region } = await popupFor(blog);

  await popup.getByText('Only on arXiv').click();
  await region.getByText('Papers are marked on arXiv only.').waitFor();
  await expectUntouched(blog);
  expect(await badgesIn(list.locator('body'))).toEqual(before);
  expect([await onlyArxiv.isChecked(), await ofSite.isChecked(), await ofSite.isDisabled()]).toEqual([
    true,
    false,
    true,
  ]);
  const abstract = await chromium().visit(ABSTRACT);
  await expectBadge(abstract, '2508.13144');
  const ofArxiv = await popupFor(abstract);
  expect([await ofArxiv.ofSite.isChecked(), await ofArxiv.ofSite.isDisabled()]).toEqual([true, false]);

  await region.getByRole('button', { name: 'Mark elsewhere too' }).click();
  await expectBadge(blog, '2509.11106');
});

it('one choice undoes no other', async () => {
  const { ofSite, onlyArxiv } = await popupFor(await chromium().visit(BLOG));
  await ofSite.click();
  await onlyArxiv.click();
  await expect.poll(() => onlyArxiv.isChecked()).toBe(true);
  expect(await choicesIn(chromium())).toEqual(['off:blog.example.org', 'only-arxiv']);
  await onlyArxiv.click();
  await expect.poll(() => onlyArxiv.isChecked()).toBe(false);
  expect(await ofSite.isChecked()).toBe(false);
  expect(await choicesIn(chromium())).toEqual(['off:blog.example.org']);
});

it('has pages traced by themselves on one site or on all, and says where the one goes without saying', async () => {
  const { popup, ofSite, onlyArxiv } = await popupFor(await chromium().visit(BLOG));
  const here = popup.getByRole('switch', { name: 'Trace passages on blog.example.org by itself' });
  const everywhere = popup.getByRole('switch', { name: 'Trace passages everywhere by itself' });
  const stand = async () => [await here.isChecked(), await here.isDisabled(), await everywhere.isChecked()];
  await here.waitFor();
  expect(await stand()).toEqual([false, false, false]);
  await here.click();
  await expect.poll(stand).toEqual([true, false, false]);
  expect(await choicesIn(chromium())).toEqual(['trace:blog.example.org']);
  await here.click();
  await everywhere.click();
  await expect.poll(stand).toEqual([true, true, true]);
  expect(await choicesIn(chromium())).toEqual(['trace-everywhere']);
  // Where no papers are marked, nothing happens by itself.
  await ofSite.click();
  await expect.poll(stand).toEqual([false, true, true]);
  await popup.getByText('switched off', { exact: true }).waitFor();
  await ofSite.click();
  await onlyArxiv.click();
  await expect.poll(stand).toEqual([false, true, true]);
});

it('follows a choice that is made elsewhere', async () => {
  const page = await chromium().visit(BLOG);
  const { ofSite, onlyArxiv, region } = await popupFor(page);
  await expect.poll(() => ofSite.isChecked()).toBe(true);
  await (await popupFor(page)).onlyArxiv.click();
  await region.getByText('Papers are marked on arXiv only.').waitFor();
  expect(await onlyArxiv.isChecked()).toBe(true);
});

const isFocused = (control: Locator) => control.evaluate((element) => element === document.activeElement);

it('is reached and turned by keyboard, after the papers and the passages', async () => {
  const page = await chromium().visit(BLOG);
  await expectBadge(page, '2509.11106');
  const { ofSite, popup, region } = await popupFor(page);
  await region.locator('[data-arxiv-id]').last().getByRole('button').last().focus();
  await popup.keyboard.press('Tab');
  expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Trace this page');
  const traces = popup.getByRole('group', { name: 'Tracing by itself' }).getByRole('switch');
  for (const control of [...(await traces.all()), ofSite]) {
    await popup.keyboard.press('Tab');
    expect(await isFocused(control)).toBe(true);
  }
  await popup.keyboard.press('Space');
  await expect.poll(() => ofSite.isChecked()).toBe(false);
  expect(await isFocused(ofSite)).toBe(true);
  await expectUntouched(page);
});

it('says when a choice could not be kept, and shows what is so', async () => {
  const { onlyArxiv, popup } = await popupFor(await chromium().visit(BLOG));
  await onlyArxiv.waitFor();
  await popup.evaluate(() => {
    chrome.storage.local.set = () => Promise.reject(new Error('The disk is full.'));
  });
  await onlyArxiv.click();
  await popup.getByRole('alert').getByText('Not changed.').waitFor();
  expect(await onlyArxiv.isChecked()).toBe(false);
});

it('has no switch for a page that has no site', async () => {
  const { onlyArxiv, popup, region } = await popupFor(await chromium().visit('chrome://version/'));
  await region.getByText('Manicule cannot read this page.').waitFor();
  await onlyArxiv.waitFor();
  expect(await popup.getByRole('switch', { name: /^Mark papers/ }).count()).toBe(0);
});
