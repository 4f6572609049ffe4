/** Pages that a test makes up, for what no site does on purpose. */
import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';

export const MADE_UP = 'https://made-up.example.org/';

interface Circumstances {
  address?: string;
  /** HTTP headers of the answer. */
  headers?: Record<string, string>;
  /** Runs in the page before anything else does. */
  first?: () => void;
}

/** Opens a page with this in its body. */
export async function open(chromium: Chromium, body: string, circumstances: Circumstances = {}): Promise<Page> {
  const { address = MADE_UP, headers = {}, first } = circumstances;
  chromium.serve({
    [address]: { body: `<!doctype html><meta charset="utf-8"><title>Made up</title><body>${body}`, headers },
  });
  const page = await chromium.context.newPage();
  if (first) await page.addInitScript(first);
  await page.goto(address);
  return page;
}
