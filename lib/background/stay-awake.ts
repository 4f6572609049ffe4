import { browser } from 'wxt/browser';

/** In milliseconds: less than the half minute after which a browser stops a worker that calls nothing of its API. */
const PULSE = 20_000;

/** Keeps the worker from being stopped as long as something has not ended. */
export async function stayAwake(work: Promise<void>): Promise<void> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), PULSE);
  try {
    await work;
  } finally {
    clearInterval(timer);
  }
}
