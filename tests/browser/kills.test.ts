import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Chromium } from './chromium';
import { journalOf, recordsOf } from './edits';
import { watchWorker } from './worker';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<Answer | undefined> } };

interface Answer {
  res?: unknown;
  err?: { message: string };
}

/** What the page that edits knows of its edits. */
declare global {
  var edits: { isOver: boolean; saved: string[]; unheard: number; done: Promise<unknown> };
}

const KILLS = 1000;

/** So many edits are under way at any time. */
const AT_ONCE = 5;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await Chromium.launch();
});
afterAll(() => chromium.close());

/**
 * Saves one paper after the other, several at once, until it is told to end. What it has not heard of, it asks for
 * again under the same name. Each paper is saved by an edit of its own, and each edit also gives a tag to one paper.
 */
function keepEditing(page: Page): Promise<void> {
  return page.evaluate((atOnce) => {
    let count = 0;
    const save = async () => {
      const id = `25${String(Math.floor(count / 90_000) + 10)}.${String((count++ % 90_000) + 10_000)}`;
      const data = { operation: `number-${count}`, changes: [{ kind: 'save', id }] };
      for (;;) {
        const answer = await chrome.runtime.sendMessage({ type: 'edit', data, timestamp: 0 }).catch(() => undefined);
        if (answer?.res) break;
        if (answer?.err) throw new Error(answer.err.message);
        globalThis.edits.unheard++;
        // A worker that is being stopped refuses at once.
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      globalThis.edits.saved.push(id);
    };
    const goOn = async () => {
      while (!globalThis.edits.isOver) await save();
    };
    globalThis.edits = { isOver: false, saved: [], unheard: 0, done: Promise.resolve() };
    globalThis.edits.done = Promise.all(Array.from({ length: atOnce }, goOn));
  }, AT_ONCE);
}

it(`a worker that is killed ${KILLS} times while it writes loses nothing that it said was saved, and saves nothing twice`, async () => {
  const worker = await watchWorker(chromium);
  await keepEditing(chromium.desk);
  let life = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    await worker.until('running');
    // Every other worker lives until it has saved something, so that there is an end. From then on, or from its start,
    // chance tells when it is killed: within about the time that an edit takes.
    const before = performance.now();
    if (kill % 2 === 0) await untilSaved(chromium.desk);
    if (kill % 2 === 0) life = performance.now() - before;
    await pause(Math.random() * life);
    await worker.stop();
  }
  const { saved, unheard } = await chromium.desk.evaluate(async () => {
    globalThis.edits.isOver = true;
    await globalThis.edits.done;
    return globalThis.edits;
  });
  expect(worker.states.filter((state) => state === 'stopped').length).toBeGreaterThanOrEqual(KILLS);
  // Most of these kills were in the midst of edits.
  expect(unheard).toBeGreaterThan(KILLS);
  expect(saved.length).toBeGreaterThan(KILLS);

  const records = await recordsOf(chromium);
  expect(records.map(({ id }) => id)).toEqual(saved.toSorted());
  expect(await lastSequence(chromium.desk)).toBe(saved.length);
  const { copies, isWhole } = await journalOf(chromium);
  expect(isWhole).toBe(true);
  expect([...copies.keys()].sort()).toEqual(saved.toSorted());
}, 600_000);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves when one more paper is saved than there are now. */
function untilSaved(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { length } = globalThis.edits.saved;
    while (globalThis.edits.saved.length === length) await new Promise((resolve) => setTimeout(resolve, 1));
  });
}

/** How many edits were made. */
function lastSequence(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('manicule');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const operations = opening.result.transaction('operations').objectStore('operations');
          const keys = operations.getAllKeys();
          keys.addEventListener('success', () => {
            opening.result.close();
            resolve(Number(keys.result.at(-1)));
          });
        });
      }),
  );
}
