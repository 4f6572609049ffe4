/** What a search takes that has to start the worker first, beside the least that starting one takes. */
import { ask, askSearch } from './ask';
import { launchBrowser } from './browser';
import type { Row } from './row';

const ROUNDS = 25;
const QUERY = 'language model';

/** Runs the benchmark in a browser of its own, over the papers that come with the extension. */
export async function worker(): Promise<Row[]> {
  const { manicule, peer, close } = await launchBrowser();
  try {
    await askSearch(manicule.desk, QUERY);
    const [searches, pings]: [number[], number[]] = [[], []];
    for (let round = 0; round <= ROUNDS; round++) {
      const search = await manicule.afterStop(() => askSearch(manicule.desk, QUERY));
      const ping = await peer.afterStop(() => ask(peer.desk, 'ping'));
      if (search.total === 0 || ping.answer !== 'pong') throw new Error('A worker gave no proper answer.');
      // The first round is the browser's own warming up.
      if (round === 0) continue;
      searches.push(search.took);
      pings.push(ping.took);
    }
    return [
      {
        what: 'a search, from a stopped worker to its answer, 26 papers',
        unit: 'ms',
        measured: searches,
        against: { what: 'a ping that wakes a minimal extension', measured: pings },
        reach: { ratio: 3 },
      },
    ];
  } finally {
    await close();
  }
}
