/** Passages of pages, and counts of phrases, over the papers of a pack, in a browser of their own. */
import { launchWith } from '../browser';
import { fillWith } from '../fill';
import type { Row } from '../row';
import { inFull } from '../search/rows';
import { counts } from './counts';
import { passages } from './passages';

const PAPERS = 100_000;

/** Runs the benchmark. */
export async function trace(): Promise<Row[]> {
  const browser = await launchWith({});
  try {
    console.log(`Taking in ${inFull(PAPERS)}.`);
    await fillWith(PAPERS, browser.extensions.manicule);
    return [...(await passages(browser, PAPERS)), ...(await counts(browser, PAPERS))];
  } finally {
    await browser.close();
  }
}
