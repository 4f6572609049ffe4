/** Tracing pages as a page of the extension asks for it, and what of a page is highlighted then. */
import type { Page } from 'playwright-core';
import type { TabPapers } from '../../lib/answers';
import type { Chromium } from './chromium';
import { ask, importFacts } from './edits';
import { madeUpId } from './exchange-files';

export const [FERRY, CLOCK] = [21, 22].map(madeUpId) as [string, string];

export const SHADOWS =
  'We show that a ferryman who counts his passengers by their shadows makes fewer mistakes at noon than at dusk, and ' +
  'that the shadows of children are counted twice as often as those of dogs.';
export const LANTERN =
  'A computational model of the quay explains both: the lantern, not the ferryman, decides what is seen.';
export const THIRTEEN =
  'The oldest clock of the harbour strikes thirteen whenever two captains disagree about the depth of the water.';
export const LOGBOOKS =
  'We trace this habit through four hundred logbooks and find that the clock is wrong less often than either captain is.';

/** The papers whose words the pages of the tests have, as they are kept. */
export const TRACED_PAPERS = [
  { id: FERRY, title: 'What is counted at a quay', abstract: `${SHADOWS} ${LANTERN}` },
  { id: CLOCK, title: 'Thirteen o’clock', abstract: `${THIRTEEN} ${LOGBOOKS}` },
];

export async function keepTracedPapers(chromium: Chromium): Promise<void> {
  await importFacts(chromium, ...TRACED_PAPERS);
}

/** Has a page traced as the popup does, and gives how many passages were found. */
export async function trace(chromium: Chromium, page: Page): Promise<number> {
  return ask(chromium.desk, 'tracePage', await chromium.tabId(page));
}

/** What the popup is told of a page. */
export async function papersOn(chromium: Chromium, page: Page): Promise<TabPapers> {
  return ask(chromium.desk, 'papersOnPage', await chromium.tabId(page));
}

/** Brings a passage of a page before the person's eyes, as the popup does. */
export async function showPassage(chromium: Chromium, page: Page, passage: number): Promise<void> {
  return ask(chromium.desk, 'showPassage', { tab: await chromium.tabId(page), passage });
}

/** What is highlighted, in the order of the page, each stretch with its spaces made one. */
export function highlighted(page: Page, name = 'manicule-passage'): Promise<string[]> {
  return page.evaluate(
    (of) => [...(CSS.highlights.get(of) ?? [])].map((range) => String(range).replace(/\s+/g, ' ')),
    name,
  );
}
