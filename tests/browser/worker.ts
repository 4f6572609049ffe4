/** Stopping the extension's worker, as Chromium does on its own after half a minute of rest. */
import type { Chromium } from './chromium';
import { devTools } from './accessibility';

/** What Chromium says of the worker since it is watched, in order: `running`, `stopping`, `stopped`, `starting` … */
export interface WorkerLife {
  readonly states: readonly string[];
  /** Resolves when the worker is in a state, which it may be in already. */
  until(state: string): Promise<void>;
  /** Stops the worker. Resolves when the browser says that it has stopped. */
  stop(): Promise<void>;
}

/**
 * Watches the worker from outside of it. Playwright's own handle is of no use here: it stays the same object when the
 * worker is started anew, and emits nothing when it is stopped.
 */
export async function watchWorker(browser: Chromium): Promise<WorkerLife> {
  const session = await devTools(browser.desk);
  const states: string[] = [];
  const listeners = new Set<(state: string) => void>();
  const origin = browser.addressOf('');
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) {
      if (!scriptURL.startsWith(origin) || states.at(-1) === runningStatus) continue;
      states.push(runningStatus);
      for (const listener of listeners) listener(runningStatus);
    }
  });
  await session.send('ServiceWorker.enable');

  /** Resolves when the worker comes into a state, from now on. */
  function comesInto(wanted: string): Promise<void> {
    return new Promise((resolve) => {
      const hear = (state: string) => {
        if (state !== wanted) return;
        listeners.delete(hear);
        resolve();
      };
      listeners.add(hear);
    });
  }

  return {
    states,
    async until(state) {
      if (states.at(-1) !== state) await comesInto(state);
    },
    async stop() {
      const stopped = comesInto('stopped');
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
    },
  };
}
