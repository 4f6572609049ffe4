/** A real Chromium with the built extension in it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import { EXTENSION } from '../paths';
import { findBrowser } from './find';
import { type Answer, answerOf } from './answer';
import { openOutside, type Outside } from './outside';
import { WAIT } from './wait';

export interface Options {
  headless?: boolean;
}

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const chrome: { tabs: { query(which: { active: boolean }): Promise<{ id: number }[]> } };

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser on a profile of its own, in which {@link Chromium.serve | served} pages are the whole web. */
export class Chromium {
  /** Every address that a page or the worker asked for, in order. */
  readonly requests: string[] = [];
  readonly extensionId = idOfUnpacked(EXTENSION.chromium);
  private readonly profile = mkdtempSync(join(tmpdir(), 'manicule-chromium-'));
  private readonly served = new Map<string, Answer>();
  private running: BrowserContext | undefined;

  private constructor(
    private readonly options: Options,
    readonly outside: Outside,
  ) {}

  /** Starts the browser with the extension of the last build. */
  static async launch(options: Options = {}): Promise<Chromium> {
    if (!existsSync(EXTENSION.chromium)) throw new Error(`There is no ${EXTENSION.chromium}. Run npm run build.`);
    const browser = new Chromium(options, await openOutside());
    await browser.start();
    await browser.closeWelcome();
    return browser;
  }

  get context(): BrowserContext {
    if (!this.running) throw new Error('The browser is closed.');
    return this.running;
  }

  /**
   * The first tab: a file of the extension that runs no script. It may use the extension's API without waking the
   * worker, and outlives it.
   */
  get desk(): Page {
    const [page] = this.context.pages();
    if (!page) throw new Error('The first tab was closed.');
    return page;
  }

  /** Gives addresses their pages. Every other address of the web answers 404. */
  serve(pages: Record<string, Answer>): void {
    for (const [address, answer] of Object.entries(pages)) this.served.set(address, answer);
  }

  /** Opens an address in a new tab. */
  async visit(address: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(address);
    return page;
  }

  /** Opens a page of the extension in a new tab: `popup.html?tab=3`. */
  open(path: string): Promise<Page> {
    return this.visit(this.addressOf(path));
  }

  addressOf(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  /** The id by which the extension's API knows a tab. Brings the tab to the front: its address is not asked for. */
  async tabId(page: Page): Promise<number> {
    await page.bringToFront();
    const [tab, ...others] = await this.desk.evaluate(() => chrome.tabs.query({ active: true }));
    if (!tab || others.length > 0) throw new Error('More than one window is open.');
    return tab.id;
  }

  /**
   * Closes the browser and starts it again on the same profile; earlier pages are gone.
   *
   * @param meanwhile is given the folder of the profile while nobody uses it.
   */
  async restart(meanwhile: (profile: string) => void = () => undefined): Promise<void> {
    await this.context.close();
    meanwhile(join(this.profile, 'Default'));
    await this.start();
  }

  /** Ends the browser and removes its profile. */
  async close(): Promise<void> {
    await this.running?.close();
    this.running = undefined;
    this.outside.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private async start(): Promise<void> {
    const extension = EXTENSION.chromium;
    this.running = await chromium.launchPersistentContext(this.profile, {
      executablePath: findBrowser('chromium'),
      // People's browsers keep a page that one leaves, and so does this one.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      headless: this.options.headless ?? true,
      viewport: this.options.headless === false ? null : { width: 1280, height: 900 },
      args: [
        ...QUIET,
        `--proxy-server=127.0.0.1:${this.outside.port}`,
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    });
    this.running.setDefaultTimeout(WAIT);
    this.running.on('request', (request) => this.requests.push(request.url()));
    await this.running.route(isOfTheWeb, (route) => this.answer(route));
    await this.desk.goto(this.addressOf('manifest.json'));
  }

  /** A new profile is shown a welcome. It is waited for, so that it takes no test's place in front. */
  private async closeWelcome(): Promise<void> {
    if (!existsSync(join(EXTENSION.chromium, 'welcome.html'))) return;
    const isWelcome = (page: Page) => page.url() === this.addressOf('welcome.html');
    const page = this.context.pages().find(isWelcome) ?? (await this.context.waitForEvent('page', isWelcome));
    await page.close();
  }

  private answer(route: Route): Promise<void> {
    return route.fulfill(answerOf(this.served, route.request().url()));
  }
}

/** The sample server, on this machine, answers for itself. */
function isOfTheWeb(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1';
}

/**
 * Chromium names an unpacked extension by the path of its folder: the first 16 bytes of its SHA-256, in letters from
 * a to p. Known ahead, it needs no waiting for a worker that a restarted browser may never start.
 */
export function idOfUnpacked(folder: string): string {
  const path = existsSync(folder) ? realpathSync(folder) : folder;
  const hex = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)));
}
