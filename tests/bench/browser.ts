/**
 * The browsers of the benchmarks: a Chromium with Manicule and, for comparison, other extensions. The tests' own
 * launcher loads one extension, so this is another; it finds the browser and speaks DevTools as that one does.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { devTools } from '../browser/accessibility';
import { idOfUnpacked } from '../browser/chromium';
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

/** A browser on a profile of its own with several extensions, by name. */
export interface BrowserWith<Name extends string> {
  context: BrowserContext;
  extensions: Record<Name, Extension>;
  close(): Promise<void>;
}

/** A browser with Manicule and a minimal extension. */
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
  const folder = await buildPeer();
  const { context, extensions, close } = await launchWith({ peer: folder }, ...flags);
  return {
    context,
    ...extensions,
    newPlainContext: () => (context.browser() as Browser).newContext({ viewport: VIEWPORT }),
    async close() {
      await close();
      remove(folder);
    },
  };
}

/** Starts a browser with the extension of the last build and with those in these folders. */
export async function launchWith<Name extends string>(
  others: Record<Name, string>,
  ...flags: string[]
): Promise<BrowserWith<Name | 'manicule'>> {
  const folders: Record<Name | 'manicule', string> = { ...others, manicule: EXTENSION.chromium };
  const names = Object.keys(folders) as (Name | 'manicule')[];
  const all = Object.values(folders).join();
  const profile = mkdtempSync(join(tmpdir(), 'manicule-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: true,
    viewport: VIEWPORT,
    args: [...QUIET, ...flags, `--disable-extensions-except=${all}`, `--load-extension=${all}`],
  });
  context.setDefaultTimeout(WAIT);
  // A new profile starts all workers, to install them.
  const workers = await Promise.all(names.map((name) => workerOf(context, folders[name])));
  await closeWelcome(context);
  const extensions = {} as Record<Name | 'manicule', Extension>;
  for (const [at, name] of names.entries()) extensions[name] = await extensionOf(context, workers[at] as Worker);
  return {
    context,
    extensions,
    async close() {
      await context.close();
      remove(profile);
    },
  };
}

async function workerOf(context: BrowserContext, folder: string): Promise<Worker> {
  const base = `chrome-extension://${idOfUnpacked(folder)}/`;
  const isOfIt = (worker: Worker) => worker.url().startsWith(base);
  return context.serviceWorkers().find(isOfIt) ?? context.waitForEvent('serviceworker', isOfIt);
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function closeWelcome(context: BrowserContext): Promise<void> {
  if (!existsSync(join(EXTENSION.chromium, 'welcome.html'))) return;
  const page = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', isWelcome));
  await page.close();
}

const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');

async function extensionOf(context: BrowserContext, worker: Worker): Promise<Extension> {
  const { origin } = new URL(worker.url().replace(/^chrome-extension/, 'http'));
  const base = origin.replace(/^http/, 'chrome-extension');
  const desk = await context.newPage();
  await desk.goto(`${base}/manifest.json`);
  const stop = await workerStopper(desk);
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

/**
 * Gives a function that stops the workers of all extensions, which the browser does not tell apart, and resolves when
 * it says that all have stopped: none of them is at work then.
 */
async function workerStopper(desk: Page): Promise<() => Promise<void>> {
  const session = await devTools(desk);
  const states = new Map<string, string>();
  let onChange: (() => void) | undefined;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) states.set(scriptURL, runningStatus);
    onChange?.();
  });
  await session.send('ServiceWorker.enable');
  return async () => {
    await session.send('ServiceWorker.stopAllWorkers');
    await new Promise<void>((resolve) => {
      onChange = () => [...states.values()].every((state) => state === 'stopped') && resolve();
      onChange();
    });
  };
}
