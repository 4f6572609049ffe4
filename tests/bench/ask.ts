/** Questions to an extension's worker and to its scripts in pages, from its desk. */
import type { Page } from 'playwright-core';

interface Answer {
  /** Milliseconds from the question to its answer. */
  took: number;
  answer: unknown;
}

/** What a page of an extension may call; the rest of its API is not for benchmarks. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: {
    query(which: { active: boolean }): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
};

/** Sends the worker a message and waits for what it answers. */
export function ask(desk: Page, message: unknown): Promise<Answer> {
  return desk.evaluate(async (question) => {
    const start = performance.now();
    const answer = await chrome.runtime.sendMessage(question);
    return { took: performance.now() - start, answer };
  }, message);
}

/** Asks Manicule's worker to search, as its popup does. Rejects where the answer is not that of a search. */
export async function askSearch(desk: Page, query: string): Promise<{ took: number; total: number }> {
  const { took, answer } = await ask(desk, { type: 'search', data: { query, limit: 50 }, timestamp: Date.now() });
  const total = (answer as { res?: { total?: number } } | undefined)?.res?.total;
  if (total === undefined) throw new Error(`The search for "${query}" was answered with ${JSON.stringify(answer)}.`);
  return { took, total };
}

/** Asks Manicule's script in a page what that names: it answers when it has read all of it. */
export async function askSurvey(desk: Page, tab: Page): Promise<void> {
  await tab.bringToFront();
  // No frames are drawn of the desk, which stands behind the page.
  await desk.waitForFunction(surveyInFront, undefined, { polling: 100, timeout: 60_000 });
}

/** Runs in the desk. Until the script is in the page, nobody is there to answer. */
async function surveyInFront(): Promise<unknown> {
  const [front] = await chrome.tabs.query({ active: true });
  return front && chrome.tabs.sendMessage(front.id, { type: 'survey' }).catch(() => undefined);
}
