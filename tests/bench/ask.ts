/** Questions to an extension's worker from its desk, timed there. */
import type { Page } from 'playwright-core';

interface Answer {
  /** Milliseconds from the question to its answer. */
  took: number;
  answer: unknown;
}

/** What a page of an extension may call; the rest of its API is not for benchmarks. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

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
