/**
 * The passages of a page without an index: each run of twelve words of each abstract is looked for among those of the page.
 * This runs in the worker of the extension.
 */
import type { Paper } from '../../../lib/paper';
import { eachDocument } from './documents';

const RUN = 12;

/** Milliseconds in which all abstracts were looked through, and something was found. */
export async function scan(page: string): Promise<number> {
  const begun = performance.now();
  const runs = new Set(runsOf(page));
  const found: string[] = [];
  await eachDocument(({ id, abstract = '' }: Paper) => {
    for (const run of runsOf(abstract)) if (runs.has(run)) found.push(id);
  });
  if (found.length === 0) throw new Error('The scan found nothing.');
  return performance.now() - begun;
}

function* runsOf(text: string): Generator<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  for (let at = 0; at + RUN <= words.length; at++) yield words.slice(at, at + RUN).join(' ');
}
