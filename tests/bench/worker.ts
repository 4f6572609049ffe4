/** What a search takes that has to start the worker first, beside the least that starting one takes. */
import { ask, askSearch } from './ask';
import { launchBrowser } from './browser';
import { inTurn } from './rounds';
import type { Row } from './row';

const ROUNDS = 25;
const QUERY = 'language model';

/** Runs the benchmark in a browser of its own, over the papers that come with the extension. */
export async function worker(): Promise<Row[]> {
  const { manicule, peer, close } = await launchBrowser();
  try {
    await askSearch(manicule.desk, QUERY);
    const { searches, pings } = await inTurn(ROUNDS, {
      searches: () => manicule.afterStop(() => askSearch(manicule.desk, QUERY)),
      pings: () => peer.afterStop(() => ask(peer.desk, 'ping')),
    });
    if (searches.some(({ total }) => total === 0) || pings.some(({ answer }) => answer !== 'pong')) {
      throw new Error('A worker gave no proper answer.');
    }
    return [
      {
        what: 'a search, from a stopped worker to its answer, 26 papers',
        unit: 'ms',
        measured: searches.map(({ took }) => took),
        against: { what: 'a ping that wakes a minimal extension', measured: pings.map(({ took }) => took) },
        reach: { ratio: 3 },
      },
    ];
  } finally {
    await close();
  }
}
