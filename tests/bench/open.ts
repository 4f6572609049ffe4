/** How soon the popup can be typed in, beside an empty page of an extension that has Preact on it too. */
import type { Page } from 'playwright-core';
import { type BenchBrowser, launchBrowser } from './browser';
import { inTurn } from './rounds';
import type { Row } from './row';

const ROUNDS = 40;

/** When a page could be typed in, in milliseconds since its navigation began. */
declare global {
  var ready: number | undefined;
}

/** Runs the benchmark in a browser of its own. */
export async function open(): Promise<Row[]> {
  const browser = await launchBrowser();
  try {
    await browser.context.addInitScript(noteReady);
    const { popups, empties } = await inTurn(ROUNDS, {
      popups: () => openOnce(browser, browser.manicule.addressOf('popup.html?tab=0')),
      empties: () => openOnce(browser, browser.peer.addressOf('empty.html')),
    });
    return [
      {
        what: 'popup opened until it can be typed in and its script has run',
        unit: 'ms',
        measured: popups,
        against: { what: 'an empty page with Preact', measured: empties },
        reach: { ratio: 1.5 },
      },
    ];
  } finally {
    await browser.close();
  }
}

/**
 * Runs in the page before anything else. It can be typed in when the box has the focus, the page's own scripts have
 * run, and a task comes to its turn after the next frame, as the task of a key would.
 */
function noteReady(): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => (globalThis.ready = performance.now()));
  port1.start();
  const parts = [
    new Promise((resolve) => addEventListener('focusin', resolve, { once: true })),
    // It comes after all module scripts of the page.
    new Promise((resolve) => addEventListener('DOMContentLoaded', resolve, { once: true })),
  ];
  void Promise.all(parts).then(() => requestAnimationFrame(() => port2.postMessage('')));
}

/** Opens a page in a new tab, waits until it is ready, and proves that it is with a real key. */
async function openOnce({ context }: BenchBrowser, address: string): Promise<number> {
  const tab: Page = await context.newPage();
  await tab.goto(address);
  await tab.waitForFunction(() => globalThis.ready !== undefined);
  await tab.keyboard.press('a');
  await tab.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value === 'a');
  const took = await tab.evaluate(() => globalThis.ready as number);
  await tab.close();
  return took;
}
