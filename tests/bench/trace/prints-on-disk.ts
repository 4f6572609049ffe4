import type { Page } from 'playwright-core';
import { bundle } from '../inject';
import type * as sizes from './print-sizes';

/** What the desk is given. */
declare global {
  var weighed: typeof sizes;
}

/** What the fingerprints of all packs take on disk, in bytes. */
export async function bytesOfPrints(desk: Page): Promise<number> {
  await desk.evaluate(await bundle('trace/print-sizes.ts', 'weighed'));
  return desk.evaluate(() => globalThis.weighed.bytesOfPrints());
}
