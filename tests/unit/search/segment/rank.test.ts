import { describe, expect, it } from 'vitest';
import { codeOfId } from '../../../../lib/arxiv/id-code';
import type { Paper } from '../../../../lib/paper';
import { ATTEMPTS } from '../../../../lib/search/attempts';
import { PaperIndex } from '../../../../lib/search/paper-index';
import { parseQuery } from '../../../../lib/search/query/parse';
import { searchSegments } from '../../../../lib/search/segment/search';
import { makePapers } from '../../../bench/corpus';
import { createRandom, type Random } from '../../../bench/random';
import { bestOf } from '../best-of';
import { memoryPages } from './memory-pages';
import { createPack, NOTHING_KEPT } from './written-pack';

const PAPERS = 1000;
const QUERIES = 200;
const TOP = 10;

/** One to three words of a paper, the last of which may have only begun, or the first of which may be mistyped. */
function makeQuery(random: Random, { title, abstract = '', authors }: Paper): string {
  const own = `${random.next() < 0.5 ? title : abstract} ${authors.join(' ')}`.split(' ');
  const words = Array.from({ length: random.between(1, 3) }, () => random.pick(own));
  const how = random.between(0, 2);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (how === 1) words[words.length - 1] = last.slice(0, Math.max(2, last.length - 2));
  if (how === 2 && first.length > 4) words[0] = first.slice(0, 2) + first.slice(3);
  return words.join(' ');
}

describe('of the ten best papers for a query', () => {
  it('nine are those that MiniSearch ranks best, over many queries', async () => {
    const papers = [...makePapers(PAPERS)];
    const index = new PaperIndex(papers);
    const pages = memoryPages();
    const pack = createPack('one', pages);
    await pack.add(papers);
    const segments = await pack.searched();
    const random = createRandom(20_251_121);
    let [shared, all] = [0, 0];
    for (let count = 0; count < QUERIES; count++) {
      const text = makeQuery(random, random.pick(papers));
      const best = bestOf(index, text)
        .slice(0, TOP)
        .map(({ id }) => codeOfId(id));
      let own: number[] = [];
      for (const attempt of ATTEMPTS) {
        if (own.length > 0) break;
        const options = { limit: TOP, ...NOTHING_KEPT };
        const { hits } = await searchSegments(parseQuery(text), attempt, segments, pages, options);
        own = hits.map(({ code }) => code);
      }
      shared += best.filter((code) => own.includes(code)).length;
      all += best.length;
    }
    expect(shared / all).toBeGreaterThanOrEqual(0.9);
  });
});
