import { setTimeout } from 'node:timers/promises';

/** In milliseconds. */
const BETWEEN = 100;

/**
 * Asks again and again, until something is so. A page's own `waitForFunction` takes every promise for a yes.
 *
 * @param patience in milliseconds.
 */
export async function until(what: string, isSo: () => Promise<boolean>, patience: number): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It has not come true within ${patience} ms that ${what}.`);
    await setTimeout(BETWEEN);
  }
}
