/** Workers that do in a benchmark what they do without an index. */
import type { Worker } from 'playwright-core';
import { ask } from '../ask';
import type { BrowserWith } from '../browser';

/**
 * Starts Manicule's worker, and puts a script into it.
 *
 * @returns the worker, and how many milliseconds it took to start it: they count as they do for the index.
 */
export async function startWorker(
  { context, extensions }: BrowserWith<'manicule'>,
  code: string,
): Promise<{ worker: Worker; took: number }> {
  const { desk, addressOf } = extensions.manicule;
  const { took } = await ask(desk, { type: 'badgeLook', timestamp: Date.now() });
  const worker = context.serviceWorkers().find((one) => one.url().startsWith(addressOf('')));
  if (!worker) throw new Error('The worker does not run.');
  await worker.evaluate(code);
  return { worker, took };
}
