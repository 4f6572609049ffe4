/** Finds a browser that loads an unpacked extension. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

export type BrowserName = 'chromium' | 'firefox';

interface Source {
  /** Names a browser outright. */
  variable: string;
  /** Tried on the PATH in this order. Branded Chrome is not among them: it ignores `--load-extension`. */
  commands: string[];
  /** What the test tool has downloaded for itself, if anything. */
  ownDownloads: () => string[];
}

const SOURCES: Record<BrowserName, Source> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser'],
    ownDownloads: () => [chromium.executablePath()],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    ownDownloads: puppeteerDownloads,
  },
};

/**
 * The path of a browser: the one that the environment names, else the system's, else the test tool's own.
 * Where there is none, on Debian as root, installs both browsers.
 * @throws {Error} that says how to get one
 */
export function findBrowser(name: BrowserName): string {
  const { variable } = SOURCES[name];
  const named = process.env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${variable} is ${named}, which is not a program that can be run.`);
  }
  const found = look(name);
  if (found) return found;
  if (isDebianRoot()) {
    console.log(`No ${name} was found: installing chromium and firefox-esr with ${PACKAGE_MANAGER}.`);
    installBoth();
    const installed = look(name);
    if (installed) return installed;
  }
  throw new Error(
    `No ${name} was found. Install it (Debian: apt-get install chromium firefox-esr) or set ${variable}.`,
  );
}

function look(name: BrowserName): string | undefined {
  const { commands, ownDownloads } = SOURCES[name];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const ofTheSystem = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return ofTheSystem.find(isExecutable) ?? ownDownloads().find(isExecutable);
}

/** Puppeteer keeps one folder for each version of Firefox it has downloaded. */
function puppeteerDownloads(): string[] {
  const cache = join(process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer'), 'firefox');
  return existsSync(cache) ? readdirSync(cache).map((version) => join(cache, version, 'firefox', 'firefox')) : [];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Debian alone: Ubuntu's package of the same name is a snap, which cannot read a profile under /tmp. */
function isDebianRoot(): boolean {
  const release = '/etc/os-release';
  return process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}

const PACKAGE_MANAGER = 'apt-get';

function installBoth(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', 'chromium', 'firefox-esr']]) {
    const { status } = spawnSync(PACKAGE_MANAGER, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${PACKAGE_MANAGER} ${args.join(' ')} failed. Install the browsers by hand.`);
  }
}
