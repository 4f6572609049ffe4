/** arXiv's servers, as the extension in a browser sees them. */
import type { ArxivApi } from '../services/arxiv-api';
import type { ArxivOai } from '../services/arxiv-oai';
import type { Chromium } from './chromium';

/** Has a server of the tests answer for arXiv's API, for as long as the browser runs. */
export function answerFor(browser: Chromium, api: ArxivApi): Promise<void> {
  return answerAt(browser, 'https://export.arxiv.org/api/query', api.address);
}

/** The same for arXiv's OAI-PMH. */
export function answerForOai(browser: Chromium, oai: ArxivOai): Promise<void> {
  return answerAt(browser, 'https://oaipmh.arxiv.org/oai', oai.address);
}

async function answerAt({ context }: Chromium, address: string, server: string): Promise<void> {
  const { origin, pathname } = new URL(address);
  await context.route(`${origin}/**`, async (route) => {
    const asked = new URL(route.request().url());
    if (asked.pathname !== pathname) return route.abort();
    try {
      await route.fulfill({ response: await route.fetch({ url: server + asked.search, timeout: 0 }) });
    } catch {
      // Whoever asked is gone, or the server has hung up.
      await route.abort().catch(() => undefined);
    }
  });
}
