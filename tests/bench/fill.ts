/** Has made-up papers taken in by the workers of extensions. */
import type { Extension } from './browser';
import type * as feed from './feed';
import { bundle } from './inject';

/** What the desk of an extension is given. */
declare global {
  var fed: typeof feed;
}

/** Has Manicule take in so many papers, as a pack. */
export async function fillWith(count: number, { desk }: Extension): Promise<feed.Imported> {
  await desk.evaluate(await bundle('feed.ts', 'fed'));
  return desk.evaluate((papers) => fed.feedManicule(papers), count);
}

/** Has a search engine take in so many papers. */
export async function fillEngineWith(count: number, { desk }: Extension): Promise<feed.Imported> {
  await desk.evaluate(await bundle('feed.ts', 'fed'));
  return desk.evaluate((papers) => fed.feedEngine(papers), count);
}
