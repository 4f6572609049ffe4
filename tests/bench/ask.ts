/** Questions to an extension's worker and to its scripts in pages, from its desk. */
import type { Page } from 'playwright-core';
import type { RankAnswer, SearchAnswer } from '../../lib/answers';
import type { PaperId } from '../../lib/paper';
import { until } from './until';

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

interface Found {
  took: number;
  total: number;
  /** The best of them, best first. */
  ids: PaperId[];
}

/** Asks Manicule's worker to search, as its popup does. Rejects where the answer is not that of a search. */
export async function askSearch(desk: Page, query: string, limit = 50): Promise<Found> {
  const { took, answer } = await ask(desk, { type: 'search', data: { query, limit }, timestamp: Date.now() });
  const found = (answer as { res?: SearchAnswer } | undefined)?.res;
  if (found === undefined) throw new Error(`The search for "${query}" was answered with ${JSON.stringify(answer)}.`);
  return { took, total: found.total, ids: found.results.map(({ paper }) => paper.id) };
}

/** Asks Manicule's worker for the ids of the best papers and no more, as its library page does. */
export async function askRank(desk: Page, query: string, limit: number): Promise<Found> {
  const { took, answer } = await ask(desk, { type: 'rank', data: { query, limit }, timestamp: Date.now() });
  const found = (answer as { res?: RankAnswer } | undefined)?.res;
  if (found === undefined) throw new Error(`The ranking for "${query}" was answered with ${JSON.stringify(answer)}.`);
  return { took, total: found.total, ids: found.ids };
}

/** Asks Manicule's script in a page what that names: it answers when it has read all of it. */
export async function askSurvey(desk: Page, tab: Page): Promise<void> {
  await tab.bringToFront();
  // No frames are drawn of the desk, which stands behind the page.
  await until('the page has been read', () => desk.evaluate(isReadInFront), 60_000);
}

/** Runs in the desk. Until the script is in the page, nobody is there to answer. */
async function isReadInFront(): Promise<boolean> {
  const [front] = await chrome.tabs.query({ active: true });
  const survey = front && (await chrome.tabs.sendMessage(front.id, { type: 'survey' }).catch(() => undefined));
  return survey !== undefined;
}
