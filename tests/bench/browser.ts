/**
 * The browser of the benchmarks: a Chromium with Manicule and, for comparison, a minimal extension. The tests' own
 * launcher loads one extension, so this is another; it finds the browser and speaks DevTools as that one does.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { devTools } from '../browser/accessibility';
import { findBrowser } from '../browser/find';
import { WAIT } from '../browser/wait';
import { EXTENSION } from '../paths';
import { buildPeer } from './build-peer';

const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
const VIEWPORT = { width: 1280, height: 900 };

/** An extension of the browser. */
export interface Extension {
  /** A file of it that runs no script: its API without its pages. */
  desk: Page;
  addressOf(path: string): string;
  /** Stops the worker, asks something of it, and proves that a worker was started for the answer. */
  afterStop<T>(question: () => Promise<T>): Promise<T>;
}

/** A browser on a profile of its own, with both extensions. */
export interface BenchBrowser {
  context: BrowserContext;
  manicule: Extension;
  peer: Extension;
  /** A context of the same browser into which no extension reaches. */
  newPlainContext(): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Starts it with the extension of the last build, and with these flags besides those of all benchmarks. */
export async function launchBrowser(...flags: string[]): Promise<BenchBrowser> {
  const folders = { manicule: EXTENSION.chromium, peer: await buildPeer() };
  const both = `${folders.manicule},${folders.peer}`;
  const profile = mkdtempSync(join(tmpdir(), 'manicule-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: true,
    viewport: VIEWPORT,
    args: [...QUIET, ...flags, `--disable-extensions-except=${both}`, `--load-extension=${both}`],
  });
  context.setDefaultTimeout(WAIT);
  const workers = await workersOf(context);
  await closeWelcome(context);
  return {
    context,
    manicule: await extensionOf(context, workers.manicule),
    peer: await extensionOf(context, workers.peer),
    newPlainContext: () => (context.browser() as Browser).newContext({ viewport: VIEWPORT }),
    async close() {
      await context.close();
      for (const folder of [profile, folders.peer]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A new profile starts both workers, to install them. */
async function workersOf(context: BrowserContext): Promise<{ manicule: Worker; peer: Worker }> {
  const find = async (isIt: (worker: Worker) => boolean) =>
    context.serviceWorkers().find(isIt) ?? (await context.waitForEvent('serviceworker', isIt));
  const [manicule, peer] = await Promise.all([find((worker) => !isPeer(worker)), find(isPeer)]);
  return { manicule, peer };
}

async function closeWelcome(context: BrowserContext): Promise<void> {
  if (!existsSync(join(EXTENSION.chromium, 'welcome.html'))) return;
  const page = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', isWelcome));
  await page.close();
}

const isPeer = (worker: Worker) => worker.url().endsWith('/ping.js');
const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');

async function extensionOf(context: BrowserContext, worker: Worker): Promise<Extension> {
  const { origin } = new URL(worker.url().replace(/^chrome-extension/, 'http'));
  const base = origin.replace(/^http/, 'chrome-extension');
  const desk = await context.newPage();
  await desk.goto(`${base}/manifest.json`);
  const stop = await workerStopper(desk, worker.url());
  return {
    desk,
    addressOf: (path) => `${base}/${path}`,
    async afterStop(question) {
      await stop();
      const stopped = Date.now();
      const answer = await question();
      // It runs, since it has just answered; one that is stopped would never answer this.
      const started = await worker.evaluate(() => performance.timeOrigin);
      if (started < stopped) throw new Error('The worker that was stopped has answered.');
      return answer;
    },
  };
}

/** Gives a function that stops a worker, and resolves when the browser says that it has stopped. */
async function workerStopper(desk: Page, script: string): Promise<() => Promise<void>> {
  const session = await devTools(desk);
  let status = '';
  let onChange: (() => void) | undefined;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const version = versions.find(({ scriptURL }) => scriptURL === script);
    if (!version) return;
    status = version.runningStatus;
    onChange?.();
  });
  await session.send('ServiceWorker.enable');
  return async () => {
    await session.send('ServiceWorker.stopAllWorkers');
    await new Promise<void>((resolve) => {
      onChange = () => status === 'stopped' && resolve();
      onChange();
    });
  };
}
