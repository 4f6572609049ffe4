import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { BLOG } from '../pages/served';
import { badgeOf } from './card';
import { recordOf } from './library';
import { OLMO, RLVE } from './own-page';
import { withChromium } from './with-chromium';

const chromium = withChromium();

/** Opens the popup and searches for a paper, and goes to its row, by the keyboard alone. */
async function goToRow(id: string): Promise<Page> {
  const popup = await chromium().open('popup.html?tab=0');
  await popup.setViewportSize({ width: 420, height: 580 });
  await popup.locator('input[type=search]:focus').waitFor();
  await popup.keyboard.type(id);
  // What was found for a part of the id may still be listed, with other papers above this one.
  await popup.locator(`[data-waiting="false"] [data-results] [data-arxiv-id="${id}"]`).waitFor();
  await popup.keyboard.press('ArrowDown');
  return popup;
}

const row = (popup: Page, id: string) => popup.locator(`[data-arxiv-id="${id}"]`);

/** Walks with Tab until what has the focus has this name. */
async function tabTo(popup: Page, name: string): Promise<void> {
  const focused = () =>
    popup.evaluate(() => {
      const element = document.activeElement;
      return element?.ariaLabel ?? element?.textContent ?? '';
    });
  for (let presses = 0; presses < 30; presses++) {
    if ((await focused()) === name) return;
    await popup.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}.`);
}

it('a row unfolds with the right arrow and folds with the left', async () => {
  const popup = await goToRow(OLMO);
  const more = row(popup, OLMO).getByRole('button', { name: /^More on/ });
  await popup.keyboard.press('ArrowRight');
  await row(popup, OLMO)
    .getByRole('textbox', { name: 'Add a tag' })
    .or(row(popup, OLMO).getByRole('combobox'))
    .waitFor();
  expect(await more.getAttribute('aria-expanded')).toBe('true');
  await popup.keyboard.press('ArrowLeft');
  expect(await more.getAttribute('aria-expanded')).toBe('false');
  expect(await popup.evaluate(() => document.activeElement?.className)).toBe('title');
});

it('what is made of a paper by the keyboard alone stands on pages at once', async () => {
  const page = await chromium().visit(BLOG);
  await badgeOf(page, OLMO, 'indexed').waitFor();
  const popup = await goToRow(OLMO);
  await popup.keyboard.press('ArrowRight');
  await tabTo(popup, 'Save');
  await popup.keyboard.press('Enter');
  await badgeOf(page, OLMO, 'saved').waitFor();
  await tabTo(popup, 'Reading');
  await popup.keyboard.press('Space');
  await badgeOf(page, OLMO, 'reading').waitFor();
  await tabTo(popup, 'Star');
  await popup.keyboard.press('Space');
  await expect
    .poll(() => row(popup, OLMO).getByRole('button', { name: 'Star' }).getAttribute('aria-pressed'))
    .toBe('true');
  await tabTo(popup, 'Add a tag');
  await popup.keyboard.type('to cite');
  await popup.keyboard.press('Enter');
  await row(popup, OLMO).getByRole('button', { name: 'Remove tag to cite' }).waitFor();
  // Nothing of this went to the search box.
  expect(await popup.locator('input[type=search]').inputValue()).toBe(OLMO);
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Space');
  await popup.keyboard.press('Tab');
  await popup.keyboard.type('Read it twice.');
  await popup.keyboard.press('Escape');
  expect(await popup.evaluate(() => document.activeElement?.className)).toBe('title');
  await expect.poll(() => row(popup, OLMO).locator('.remark summary').textContent()).toContain('Read it twice.');
});

it('what was removed comes back with all that was made of it', async () => {
  const page = await chromium().visit(BLOG);
  const popup = await goToRow(OLMO);
  await popup.keyboard.press('ArrowRight');
  await row(popup, OLMO).getByRole('button', { name: 'Remove tag to cite' }).waitFor();
  await tabTo(popup, 'Remove from library');
  await popup.keyboard.press('Enter');
  await badgeOf(page, OLMO, 'indexed').waitFor();
  await expect.poll(() => popup.locator('.last-done').textContent()).toContain('Removed from your library.');
  await popup.keyboard.press('Control+z');
  await badgeOf(page, OLMO, 'reading').waitFor();
  await row(popup, OLMO).getByRole('button', { name: 'Remove tag to cite' }).waitFor();
  expect(await row(popup, OLMO).locator('textarea').inputValue()).toBe('Read it twice.');
});

it('so does a tag, by the button', async () => {
  const popup = await goToRow(OLMO);
  await popup.keyboard.press('ArrowRight');
  await row(popup, OLMO).getByRole('button', { name: 'Remove tag to cite' }).click();
  await popup.getByRole('button', { name: 'Undo' }).click();
  await row(popup, OLMO).getByRole('button', { name: 'Remove tag to cite' }).waitFor();
  await expect.poll(() => popup.locator('.last-done').textContent()).toBe('');
});

it('a note is kept though the popup is closed while it is being typed', async () => {
  const popup = await goToRow(RLVE);
  await popup.keyboard.press('ArrowRight');
  await row(popup, RLVE).locator('.remark summary').click();
  await row(popup, RLVE).locator('textarea').pressSequentially('Half a thought');
  await popup.close();
  await expect.poll(async () => (await recordOf(chromium(), RLVE))?.note).toBe('Half a thought');
});

it('a citation goes to the clipboard', async () => {
  await chromium().context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const popup = await goToRow(RLVE);
  await popup.keyboard.press('ArrowRight');
  await popup.getByRole('button', { name: 'Copy citation as BibTeX' }).click();
  await expect.poll(() => popup.evaluate(() => navigator.clipboard.readText())).toMatch(/^@\w+\{[\s\S]*2511\.07317/);
  await expect.poll(() => row(popup, RLVE).locator('.said').textContent()).toBe('Copied as BibTeX.');
});
