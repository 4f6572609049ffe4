import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TIME_OUT } from '../../../lib/asking/limits';
import { askArxiv } from '../../../lib/completion/ask';
import { MOST_BYTES, MOST_PAPERS } from '../../../lib/completion/limits';
import { ArxivApi, breaks, dries, type Fault, floods, hangs, hangsUp, says, tellsOf } from '../../services/arxiv-api';
import { entryOf, errorFeed, feedOf, HEAD } from '../../services/arxiv-feed';
import { TestClock } from '../asking/clock';

const A = '2511.07317';
const B = 'hep-th/9901001';
const UNKNOWN = '2601.00001';

let api: ArxivApi;
let clock: TestClock;
let stop: AbortController;
beforeEach(async () => {
  api = await ArxivApi.start([
    { id: A, title: 'A title with <angles> & more', version: 3 },
    { id: B, authors: ['Ada Example'] },
  ]);
  clock = new TestClock();
  stop = new AbortController();
});
afterEach(() => api.close());

const ask = (...ids: string[]) => askArxiv(ids, { fetch, clock, signal: stop.signal }, api.address);

/** What came of a question that is answered like this. */
function askFacing(fault: Fault, ...ids: string[]) {
  api.fault = fault;
  return ask(...(ids.length > 0 ? ids : [A]));
}

it('learns what arXiv tells of a paper, and its newest version', async () => {
  const { facts, trouble } = await ask(A);
  expect(trouble).toBeUndefined();
  expect(facts.get(A)).toEqual({
    id: A,
    title: 'A title with <angles> & more',
    abstract: `This is what ${A} says of itself.`,
    authors: ['Ada Example', 'Björn Beispiel'],
    category: 'cs.LG',
    otherCategories: ['cs.CL'],
    published: '2026-01-15',
    updated: '2026-02-03',
    version: 3,
    comment: '12 pages',
  });
});

it('asks for all papers in one request, for as many as it names, and tells arXiv nothing else', async () => {
  const { facts } = await ask(A, UNKNOWN, B);
  expect([...facts.keys()].sort()).toEqual([A, B]);
  expect(api.requests.map(({ ids, maxResults }) => ({ ids, maxResults }))).toEqual([
    { ids: [A, UNKNOWN, B], maxResults: '3' },
  ]);
  const { headers } = api.requests[0] ?? {};
  for (const name of ['cookie', 'referer', 'origin']) expect(headers).not.toHaveProperty(name);
});

it('names the most papers that it may in an address that any server takes', async () => {
  const ids = Array.from({ length: MOST_PAPERS }, (_, at) => `acc-phys/99${`${at + 1}`.padStart(5, '0')}`);
  await ask(...ids);
  expect(api.requests[0]?.ids).toEqual(ids);
  expect(api.requests[0]?.url.length).toBeLessThan(2000);
});

it('leaves no timer behind', async () => {
  await ask(A);
  await askFacing(hangsUp);
  expect(clock.waiting).toBe(0);
});

describe('an answer that is none', () => {
  it.each<[string, Fault, string]>([
    ['HTML in the place of XML', says(200, '<!doctype html><p>Sign in', { 'content-type': 'text/html' }), 'foreign'],
    ['XHTML too', says(200, '<html/>', { 'content-type': 'application/xhtml+xml' }), 'foreign'],
    ['too many requests', says(429, 'Rate exceeded.'), 'busy'],
    ['no service', says(503, ''), 'busy'],
    ['no entry for us', says(403, ''), 'busy'],
    ['a fault of the server', says(500, ''), 'failed'],
    ['a gateway without anyone behind', says(502, ''), 'failed'],
    ['a request that is refused', says(400, errorFeed('incorrect id format for x')), 'refused'],
    ['a server that hangs up', hangsUp, 'offline'],
    ['a document type', says(200, `<!DOCTYPE feed [<!ENTITY a "a">]>${feedOf([{ id: A }])}`), 'unreadable'],
    ['HTML that is said to be XML', says(200, '<!doctype html><p>Sign in'), 'unreadable'],
    ['another XML', says(200, '<rss version="2.0"></rss>'), 'unreadable'],
  ])('%s', async (_, fault, trouble) => {
    expect(await askFacing(fault)).toEqual({ facts: new Map(), trouble });
  });

  it.each<[string, number]>([
    ['120', 120],
    ['Thu, 26 Feb 2026 12:00:00 GMT', (Date.UTC(2026, 1, 26, 12) - new TestClock().now()) / 1000],
    ['99999999999', 99999999999],
  ])('that asks us to wait by Retry-After: %s', async (header, seconds) => {
    for (const status of [429, 503, 500]) {
      const { retryAt } = await askFacing(says(status, '', { 'retry-after': header }));
      expect(retryAt).toBe(clock.now() + seconds * 1000);
    }
  });

  it.each<[string, Fault]>([
    ['an empty feed', tellsOf()],
    ['a body without a byte', says(200, '')],
    ['no body at all', says(204, '')],
    ['another paper', tellsOf({ id: B })],
    ['an error in the place of a paper', says(200, errorFeed('incorrect id format for x'))],
    ['a paper without a title', tellsOf({ id: A, title: ' ' })],
    ['a paper without an abstract', tellsOf({ id: A, abstract: '' })],
    ['an entry without an id', says(200, feedOf([{ id: A }]).replace(/<id>http:.*?<\/id>/, ''))],
  ])('%s tells of no paper', async (_, fault) => {
    expect((await askFacing(fault)).facts).toEqual(new Map());
  });
});

describe('an answer that goes wrong on the way', () => {
  it.each<[string, Fault]>([
    ['hangs', hangs],
    ['dries up', dries],
  ])('is given up in time where it %s', async (_, fault) => {
    const asked = api.asked();
    const reply = askFacing(fault);
    await asked;
    clock.pass(TIME_OUT - 1);
    const meanwhile = new Promise((resolve) => setImmediate(() => resolve('waits')));
    expect(await Promise.race([reply, meanwhile])).toBe('waits');
    clock.pass(1);
    expect((await reply).trouble).toBe('slow');
  });

  it('is given up at once where the person stops it', async () => {
    const asked = api.asked();
    const reply = askFacing(hangs);
    await asked;
    stop.abort();
    expect(await reply).toEqual({ facts: new Map(), trouble: 'stopped' });
  });

  it('is not even asked for where the person has stopped it before', async () => {
    stop.abort();
    expect(await ask(A)).toEqual({ facts: new Map(), trouble: 'stopped' });
    expect(api.requests).toEqual([]);
  });

  it('counts as no connection where that breaks', async () => {
    expect((await askFacing(breaks, A, B)).trouble).toBe('offline');
  });

  it('keeps what came before it was cut', async () => {
    const cut = HEAD + entryOf({ id: A }) + entryOf({ id: B }).slice(0, -30);
    const { facts } = await askFacing(says(200, cut), A, B);
    expect([...facts.keys()]).toEqual([A]);
  });

  it('is read no further than a bound, and what came before is kept', async () => {
    let sent = 0;
    const { facts, trouble } = await askFacing((response, request) => {
      const { socket } = response;
      socket?.once('close', () => (sent = socket.bytesWritten));
      return floods(response, request);
    });
    expect([...facts.keys()]).toEqual([A]);
    expect(trouble).toBe('unreadable');
    await expect.poll(() => sent).toBeGreaterThan(MOST_BYTES);
    // The rest is what the system holds between two ends of a connection.
    expect(sent).toBeLessThan(MOST_BYTES + 16_000_000);
  });
});
