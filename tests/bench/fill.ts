/** Has made-up papers taken in by the workers of extensions. */
import type { Page } from 'playwright-core';
import type { Extension } from './browser';
import type * as feed from './feed';
import { bundle } from './inject';
import { until } from './until';

/** What the desk of an extension is given. */
declare global {
  var fed: typeof feed;
}

/** Has Manicule take in so many papers, as a pack. Resolves when it has nothing to do with them any more. */
export async function fillWith(count: number, { desk }: Extension): Promise<feed.Imported> {
  await desk.evaluate(await bundle('feed.ts', 'fed'));
  const imported = await desk.evaluate((papers) => fed.feedManicule(papers), count);
  await untilTidied(desk);
  return imported;
}

/** In milliseconds: the segments of a million papers are merged by then. */
export const PATIENCE = 600_000;

/**
 * Resolves when the segments of packs are merged, and nothing is left over of those that they were made of.
 *
 * @param page of Manicule.
 */
export async function untilTidied(page: Page): Promise<void> {
  // What is being written counts as left over.
  await until('all segments are merged', async () => (await countIn(page, 'leftovers')) === 0, PATIENCE);
}

/**
 * How much a store of the database holds.
 *
 * @param page of Manicule.
 */
export function countIn(page: Page, store: string): Promise<number> {
  return page.evaluate(countHere, store);
}

/** Runs in the page. */
async function countHere(store: string): Promise<number> {
  const opening = indexedDB.open('manicule');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const counting = opening.result.transaction(store).objectStore(store).count();
  await new Promise((resolve) => counting.addEventListener('success', resolve));
  opening.result.close();
  return counting.result;
}

/** Has a search engine take in so many papers. */
export async function fillEngineWith(count: number, { desk }: Extension): Promise<feed.Imported> {
  await desk.evaluate(await bundle('feed.ts', 'fed'));
  return desk.evaluate((papers) => fed.feedEngine(papers), count);
}
