import { ASK_ARXIV, ASKING_STOPPED } from '../settings';
import type { Permission } from './completion';

/**
 * Where arXiv's API is, in the words of the browser. Its answers do not say that other sites may read them, so that an
 * extension can only where the person has let it reach this host.
 */
const HOST = { origins: ['https://export.arxiv.org/*'] };

interface BrowserEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** As much of the browser's API as consent needs. */
export interface ConsentBrowser {
  storage: {
    local: {
      get(keys: Record<string, boolean>): Promise<Record<string, unknown>>;
      set(items: Record<string, boolean>): Promise<void>;
      remove(keys: string[]): Promise<void>;
      onChanged: BrowserEvent<(changes: Record<string, unknown>) => void>;
    };
  };
  permissions: {
    contains(permissions: { origins: string[] }): Promise<boolean>;
    request(permissions: { origins: string[] }): Promise<boolean>;
    onAdded: BrowserEvent<() => void>;
    onRemoved: BrowserEvent<() => void>;
  };
}

/** What a person says about asking arXiv, as it lies in the browser. Each change resolves when it is on disk. */
export interface Consent {
  permission(): Promise<Permission>;
  /** To be called in the moment of a click: the browser may ask the person too. Where they refuse there, nothing is allowed. */
  allow(): Promise<void>;
  /** The browser goes on letting the host be reached: what it has once allowed, an extension cannot give back alone. */
  forbid(): Promise<void>;
  stop(): Promise<void>;
  resume(): Promise<void>;
  /** Tells of every change, whoever made it. Returns a function that stops it. */
  watch(changed: () => void): () => void;
}

/** Consent as the worker reads it and pages change it: it takes both the person's choice and the browser's permission. */
export function consentIn({ storage: { local }, permissions }: ConsentBrowser): Consent {
  return {
    async permission() {
      const choices = await local.get({ [ASK_ARXIV]: false, [ASKING_STOPPED]: false });
      const isAllowed = choices[ASK_ARXIV] === true && (await permissions.contains(HOST));
      return { isAllowed, isStopped: choices[ASKING_STOPPED] === true };
    },
    async allow() {
      // The choice does not wait for the browser, whose question may close the popup that was clicked in.
      const [isGranted] = await Promise.all([permissions.request(HOST), local.set({ [ASK_ARXIV]: true })]);
      if (!isGranted) await local.remove([ASK_ARXIV]);
    },
    forbid: () => local.remove([ASK_ARXIV, ASKING_STOPPED]),
    stop: () => local.set({ [ASKING_STOPPED]: true }),
    resume: () => local.remove([ASKING_STOPPED]),
    watch(changed) {
      const chosen = (changes: Record<string, unknown>) => {
        if (ASK_ARXIV in changes || ASKING_STOPPED in changes) changed();
      };
      local.onChanged.addListener(chosen);
      for (const event of [permissions.onAdded, permissions.onRemoved]) event.addListener(changed);
      return () => {
        local.onChanged.removeListener(chosen);
        for (const event of [permissions.onAdded, permissions.onRemoved]) event.removeListener(changed);
      };
    },
  };
}
