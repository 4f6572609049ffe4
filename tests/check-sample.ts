import type { Page } from 'playwright-core';
import type { Chromium } from './browser/chromium';

/** The paper that is searched for and saved. */
const PAPER = '2504.07096';
const QUERY = 'tracing outputs';

/**
 * Does on the sample page what a person would do first, and says what it saw: badges, a search, and a save that
 * outlives the browser.
 *
 * @throws {Error} that says what was not as it should be
 */
export async function checkSample(browser: Chromium, sample: string, say: (line: string) => void): Promise<void> {
  const page = await browser.visit(sample);
  await checkBadges(page, say);
  await checkSearchAndSave(browser, page, say);
  await browser.restart();
  await waitForSaved(await browser.visit(sample), 'after the browser was closed and opened');
  say(`After closing and opening the browser, ${PAPER} is still saved.`);
}

async function checkBadges(page: Page, say: (line: string) => void): Promise<void> {
  const entries = await page.locator('dt').count();
  await page
    .locator('dt:last-of-type manicule-badge[data-state]')
    .waitFor()
    .catch(() => undefined);
  const badges = await page
    .locator('dt manicule-badge')
    .evaluateAll((all) => all.map(({ dataset }) => ({ id: dataset['arxivId'], state: dataset['state'] })));
  say(`The sample page lists ${entries} papers and has ${badges.length} badges beside them:`);
  for (const { id, state } of badges) say(`  ${id}  ${state}`);
  if (badges.length !== entries) throw new Error(`${entries} papers are listed, but ${badges.length} have a badge.`);
  const unknown = badges.filter(({ state }) => state !== 'indexed');
  if (unknown.length > 0)
    throw new Error(`These should be indexed and are not: ${unknown.map(({ id }) => id).join(', ')}.`);
}

async function checkSearchAndSave(browser: Chromium, page: Page, say: (line: string) => void): Promise<void> {
  const popup = await browser.open(`popup.html?tab=${await browser.tabId(page)}`);
  await popup.locator('input[type=search]').fill(QUERY);
  const first = popup.locator('[data-results] [data-arxiv-id]').first();
  await first.waitFor().catch(() => fail(`The search for “${QUERY}” found nothing.`));
  const [id, title] = [await first.getAttribute('data-arxiv-id'), await first.getByRole('link').first().textContent()];
  say(`A search for “${QUERY}” finds first: ${id}  ${title?.trim()}`);
  if (id !== PAPER) fail(`The search for “${QUERY}” should find ${PAPER} first.`);

  await first.getByRole('button', { name: /^Save / }).click();
  await first
    .getByRole('button', { name: /^Saved / })
    .waitFor()
    .catch(() => fail(`The popup does not say that ${PAPER} is saved.`));
  await waitForSaved(page, 'on the open page');
  say(`Saved ${PAPER}; its badge on the open page says so.`);
}

async function waitForSaved(page: Page, where: string): Promise<void> {
  const badge = page.locator(`manicule-badge[data-arxiv-id="${PAPER}"][data-state="saved"]`).first();
  await badge.waitFor().catch(() => fail(`The badge of ${PAPER} does not say “saved” ${where}.`));
}

function fail(reason: string): never {
  throw new Error(reason);
}
