import { beforeEach, expect, it } from 'vitest';
import { type Consent, consentIn } from '../../../lib/completion/consent';

/** An event of the browser. */
function eventOf<Arguments extends unknown[]>() {
  const listeners = new Set<(...given: Arguments) => void>();
  return {
    addListener: (listener: (...given: Arguments) => void) => void listeners.add(listener),
    removeListener: (listener: (...given: Arguments) => void) => void listeners.delete(listener),
    fire: (...given: Arguments) => listeners.forEach((listener) => listener(...given)),
  };
}

/** As much of a browser as consent needs: what it keeps, what it has allowed, and what the person says when it asks. */
class TestBrowser {
  readonly kept = new Map<string, unknown>();
  readonly asked: string[][] = [];
  isReachable = false;
  saysYes = true;
  readonly storage = {
    local: {
      get: async (defaults: Record<string, boolean>) => ({ ...defaults, ...Object.fromEntries(this.kept) }),
      set: async (items: Record<string, boolean>) => {
        for (const [key, value] of Object.entries(items)) this.kept.set(key, value);
        this.storage.local.onChanged.fire(items);
      },
      remove: async (keys: string[]) => {
        for (const key of keys) this.kept.delete(key);
        this.storage.local.onChanged.fire(Object.fromEntries(keys.map((key) => [key, {}])));
      },
      onChanged: eventOf<[Record<string, unknown>]>(),
    },
  };
  readonly permissions = {
    contains: async () => this.isReachable,
    request: async ({ origins }: { origins: string[] }) => {
      this.asked.push(origins);
      this.isReachable ||= this.saysYes;
      return this.saysYes;
    },
    onAdded: eventOf<[]>(),
    onRemoved: eventOf<[]>(),
  };
}

let browser: TestBrowser;
let consent: Consent;
beforeEach(() => {
  browser = new TestBrowser();
  consent = consentIn(browser);
});

it('is not given before it was asked for', async () => {
  expect(await consent.permission()).toEqual({ isAllowed: false, isStopped: false });
});

it('is given by the person and the browser together', async () => {
  await consent.allow();
  expect(browser.asked).toEqual([['https://export.arxiv.org/*']]);
  expect(await consent.permission()).toEqual({ isAllowed: true, isStopped: false });
  browser.isReachable = false;
  expect(await consent.permission()).toEqual({ isAllowed: false, isStopped: false });
});

it('asks the browser in the same breath as it is called, or the browser would not', () => {
  void consent.allow();
  expect(browser.asked).toHaveLength(1);
});

it('is not given by a permission of the browser alone', async () => {
  browser.isReachable = true;
  expect((await consent.permission()).isAllowed).toBe(false);
});

it('is not given where the person refuses before the browser', async () => {
  browser.saysYes = false;
  await consent.allow();
  expect([...browser.kept]).toEqual([]);
});

it('is taken back, and leaves nothing', async () => {
  await consent.allow();
  await consent.stop();
  await consent.forbid();
  expect([...browser.kept]).toEqual([]);
});

it('is held back and gone on with', async () => {
  await consent.allow();
  await consent.stop();
  expect(await consent.permission()).toEqual({ isAllowed: true, isStopped: true });
  await consent.resume();
  expect(await consent.permission()).toEqual({ isAllowed: true, isStopped: false });
});

it('tells of its own changes and of no others, as long as somebody listens', async () => {
  let changes = 0;
  const stopWatching = consent.watch(() => changes++);
  await browser.storage.local.set({ 'only-arxiv': true });
  expect(changes).toBe(0);
  await consent.allow();
  await consent.stop();
  browser.permissions.onRemoved.fire();
  browser.permissions.onAdded.fire();
  expect(changes).toBe(4);
  stopWatching();
  await consent.resume();
  browser.permissions.onRemoved.fire();
  expect(changes).toBe(4);
});
