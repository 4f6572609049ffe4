import { LOAD_PATIENCE_MS } from './budgets';

/** Resolves when the page has loaded, or has had the time to, and a person may see it. */
export async function loaded(): Promise<void> {
  // Chromium prepares pages in case a person goes there.
  if ((document as { prerendering?: unknown }).prerendering === true) await event(document, 'prerenderingchange');
  if (document.readyState !== 'complete') await Promise.race([event(window, 'load'), timePassed(LOAD_PATIENCE_MS)]);
}

/** Resolves when the page has loaded, a person sees it, and there is nothing else to do. */
export async function lookedAt(): Promise<void> {
  await loaded();
  if (document.hidden) await event(document, 'visibilitychange');
  await new Promise((resolve) => requestIdleCallback(resolve));
}

function event(target: EventTarget, type: string): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(type, resolve));
}

function timePassed(milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
