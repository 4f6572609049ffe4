/** arXiv's API, as the extension in a browser sees it. */
import type { ArxivApi } from '../services/arxiv-api';
import type { Chromium } from './chromium';

/** Has a server of the tests answer for it, for as long as the browser runs. */
export async function answerFor({ context }: Chromium, api: ArxivApi): Promise<void> {
  await context.route('https://export.arxiv.org/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    if (pathname !== '/api/query') return route.abort();
    try {
      await route.fulfill({ response: await route.fetch({ url: api.address + search, timeout: 0 }) });
    } catch {
      // Whoever asked is gone, or the server has hung up.
      await route.abort().catch(() => undefined);
    }
  });
}
