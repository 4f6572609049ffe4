/** Updating the extension while pages are open, and the world in which its script runs in them. */
import type { Page } from 'playwright-core';
import { devTools } from './accessibility';
import type { Chromium } from './chromium';

/** What a page of the browser and the worker may call; the rest of the API is not for tests. */
declare const chrome: {
  developerPrivate: { updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void> };
  runtime: { reload(): void };
};

/**
 * Replaces the running extension by itself, as an update does: pages stay open, with the script of the old one in them.
 * Its own tabs, the desk among them, are closed by the browser. Resolves when the old worker is gone and the new one has come: from
 * then on pages that are opened get the script.
 */
export async function update(chromium: Chromium): Promise<void> {
  // What was loaded from a folder comes back for developers only.
  const settings = await chromium.visit('chrome://extensions');
  await settings.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  await settings.close();
  const [worker] = chromium.context.serviceWorkers();
  if (!worker) throw new Error('No worker is running.');
  const gone = new Promise((resolve) => worker.once('close', resolve));
  const come = chromium.context.waitForEvent('serviceworker');
  await worker.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
  await Promise.all([gone, come]);
}

/**
 * Runs something in the world of a page's script of the extension, which neither the page nor Playwright sees, and waits
 * for what comes of it.
 */
export async function runBesideScript(chromium: Chromium, page: Page, expression: string): Promise<unknown> {
  const session = await devTools(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  // Those that exist are told of anew to one who begins to listen.
  await session.send('Runtime.disable');
  await session.send('Runtime.enable');
  const world = worlds.find(({ origin }) => `${origin}/` === chromium.addressOf(''));
  if (!world) throw new Error('The extension has no script in this page.');
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: world.id,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
