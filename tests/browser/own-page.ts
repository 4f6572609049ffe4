/** Pages that a test writes itself, and the papers that they name. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Answer } from './answer';
import { badgesIn, expectBadge } from './card';
import type { Chromium } from './chromium';

export const OLMO = '2512.13961';
export const RLVE = '2511.07317';
export const FLIP = '2602.13551';
/** Kept for what a test marks last: no page of its own names it before. */
const LAST = '2506.18880';

/** Where a page stands that a test writes itself. */
export const OWN_PAGE = 'https://page.example.org/';

/** A whole HTML document around a body. Its icon is none, so that the browser asks for none. */
export const htmlOf = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"><body>${body}`;

interface Circumstances {
  address?: string;
  /** HTTP headers of the answer. */
  headers?: Record<string, string>;
  /** Runs in the page before anything else does. */
  first?: () => void;
}

/** Opens a page of its own with this body. */
export async function pageOf(browser: Chromium, body: string, circumstances: Circumstances = {}): Promise<Page> {
  const { address = OWN_PAGE, headers = {}, first } = circumstances;
  browser.serve({ [address]: { body: htmlOf(body), headers } });
  const page = await browser.context.newPage();
  if (first) await page.addInitScript(first);
  await page.goto(address);
  return page;
}

/** Opens a page of its own that is anything at all. */
export function pageThatAnswers(browser: Chromium, answer: Answer): Promise<Page> {
  browser.serve({ [OWN_PAGE]: answer });
  return browser.visit(OWN_PAGE);
}

/** The papers of all badges in a page or in the part of it that a selector names, in order. */
export async function idsIn(page: Page, selector = 'html'): Promise<string[]> {
  return (await badgesIn(page.locator(selector))).map(({ id }) => id);
}

/** Waits until badges stand for just these papers, in order. */
export async function expectIds(page: Page, ids: string[], selector?: string): Promise<void> {
  await expect.poll(() => idsIn(page, selector)).toEqual(ids);
}

/**
 * Lets all be marked that is going to be: a paragraph that comes now is read, asked about and marked after everything
 * that the page holds already. Its badge goes with it.
 */
export async function settle(page: Page): Promise<void> {
  const paragraph = await page.evaluateHandle((id) => {
    const last = document.createElementNS('http://www.w3.org/1999/xhtml', 'p');
    last.append(`arXiv:${id}`);
    (document.body ?? document.documentElement).append(last);
    return last;
  }, LAST);
  await expectBadge(page, LAST);
  await paragraph.evaluate((last) => last.remove());
}

const ANOTHER_PAGE = 'https://another.example.org/';

/** Gives a page on which nothing may come the time to be marked: a page that is opened later is marked from the start. */
export async function untilAnotherIsMarked(browser: Chromium): Promise<void> {
  browser.serve({ [ANOTHER_PAGE]: htmlOf(`<p>arXiv:${LAST}</p>`) });
  const page = await browser.visit(ANOTHER_PAGE);
  await expectBadge(page, LAST);
  await page.close();
}
