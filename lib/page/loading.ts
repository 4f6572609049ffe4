import { LOAD_PATIENCE_MS } from './budgets';
import { isLoaded, isPrerendering } from './dom';

/** Resolves when the page has loaded, or has had the time to, and a person may see it. */
export async function loaded(): Promise<void> {
  if (isPrerendering()) await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve));
  if (isLoaded()) return;
  await new Promise((resolve) => {
    addEventListener('load', resolve);
    setTimeout(resolve, LOAD_PATIENCE_MS);
  });
}
