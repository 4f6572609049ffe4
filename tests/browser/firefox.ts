/** A real Firefox with the built extension in it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type HTTPRequest, launch, type Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { EXTENSION } from '../paths';
import { type Answer, answerOf } from './answer';
import { findBrowser } from './find';
import { openOutside, type Outside } from './outside';
import { WAIT } from './wait';

/** The extension's own id in Firefox, as wxt.config.ts gives it. */
const GECKO_ID = 'manicule@manicule.invalid';

/** Firefox gives each installation an address of its own; told beforehand, a test knows it. */
const UUID = '2e3b7f1c-7c39-4c52-9a51-6f1b6c0a7d11';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const browser: { tabs: { query(which: { active: boolean }): Promise<{ id: number }[]> } };

/** Asked in a page: whether it is the one at this address, and all there. */
const isThere = (address: string) => location.href === address && document.readyState === 'complete';

/** A browser on a profile of its own, in which {@link Firefox.serve | served} pages are the whole web. */
export class Firefox {
  /** Every address that a visited page asked for, in order. */
  readonly requests: string[] = [];
  private readonly profile = mkdtempSync(join(tmpdir(), 'manicule-firefox-'));
  private readonly served = new Map<string, Answer>();
  private running: Browser | undefined;

  private constructor(readonly outside: Outside) {}

  /** Starts the browser with the extension of the last build. */
  static async launch(): Promise<Firefox> {
    if (!existsSync(EXTENSION.firefox)) throw new Error(`There is no ${EXTENSION.firefox}. Run npm run build:firefox.`);
    const firefox = new Firefox(await openOutside());
    await firefox.start();
    return firefox;
  }

  /** Gives addresses their pages. Every other address of the web answers 404. */
  serve(pages: Record<string, Answer>): void {
    for (const [address, answer] of Object.entries(pages)) this.served.set(address, answer);
  }

  /** Opens an address of the web in a new tab. */
  async visit(address: string): Promise<Page> {
    const page = await this.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => this.answer(request));
    await page.goto(address);
    return page;
  }

  /**
   * Opens a page of the extension in a new tab: `popup.html?tab=3`. Puppeteer never sees its load end, since the page
   * moves to another process: it is there when it says so itself.
   */
  async open(path: string): Promise<Page> {
    const page = await this.newPage();
    const address = `moz-extension://${UUID}/${path}`;
    page.goto(address, { timeout: 0 }).catch(() => undefined);
    const arrived = async () => {
      if (!(await page.evaluate(isThere, address))) throw new Error(`${address} did not open.`);
    };
    await vi.waitFor(arrived, { timeout: WAIT });
    return page;
  }

  /** The id by which the extension's API knows a tab, asked for by a page of the extension. */
  async tabId(page: Page, asker: Page): Promise<number> {
    await page.bringToFront();
    const [tab] = await asker.evaluate(() => browser.tabs.query({ active: true }));
    if (!tab) throw new Error('No tab is in front.');
    return tab.id;
  }

  /** Closes the browser and starts it again on the same profile; earlier pages are gone. */
  async restart(): Promise<void> {
    await this.running?.close();
    await this.start();
  }

  /** Ends the browser and removes its profile. */
  async close(): Promise<void> {
    await this.running?.close();
    this.outside.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private async newPage(): Promise<Page> {
    if (!this.running) throw new Error('The browser is closed.');
    const page = await this.running.newPage();
    page.setDefaultTimeout(WAIT);
    return page;
  }

  private async start(): Promise<void> {
    this.running = await launch({
      browser: 'firefox',
      executablePath: findBrowser('firefox'),
      headless: true,
      userDataDir: this.profile,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
        // The installation lasts as long as the browser; with these, what it has stored is there for the next one.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': this.outside.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': this.outside.port,
      },
    });
    await this.running.installExtension(EXTENSION.firefox);
  }

  private async answer(request: HTTPRequest): Promise<void> {
    this.requests.push(request.url());
    // A page that has gone meanwhile waits for no answer.
    await request.respond(answerOf(this.served, request.url())).catch(() => undefined);
  }
}
