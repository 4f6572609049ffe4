import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TIME_OUT } from '../../../lib/asking/limits';
import { PART } from '../../../lib/harvest/limits';
import { askForPart, type PartQuestion } from '../../../lib/harvest/part';
import { alters, answers, ArxivOai, breaks, cuts, dries, hangs, type OaiFault, says } from '../../services/arxiv-oai';
import type { Listed } from '../../services/arxiv-lists';
import { TestClock } from '../asking/clock';

const CL = 'cs:cs:CL';
const DAY = '2026-03-02';

function record(number: number, more: Partial<Listed['paper']> = {}): Listed {
  const id = `2511.0000${number}`;
  const paper = {
    id,
    title: `The <${number}>th & best`,
    authors: ['Ada Example', 'Björn Beispiel'],
    abstract: `What ${id} says.`,
    category: 'cs.CL',
    published: '2025-11-03',
    updated: '2025-11-03',
    version: 1,
    ...more,
  };
  return { paper, sets: [CL], changed: '2025-11-04' };
}

const RECORDS = [
  record(1),
  record(2, { updated: '2026-01-05', version: 3 }),
  { ...record(3), isDeleted: true },
  record(4),
];

let oai: ArxivOai;
let clock: TestClock;
let stop: AbortController;
beforeEach(async () => {
  oai = await ArxivOai.start(RECORDS);
  clock = new TestClock();
  stop = new AbortController();
});
afterEach(() => oai.close());

const ask = (question: PartQuestion = { set: CL }) =>
  askForPart(question, { fetch, clock, signal: stop.signal }, oai.address);

/** What came of asking for the first part, where that is answered like this. */
function askFacing(fault: OaiFault) {
  oai.fault = fault;
  return ask();
}

it('is read with all that arXiv tells of each paper, and what leads to the next one', async () => {
  const [one, two, three, four] = RECORDS.map(({ paper }) => paper);
  const first = await ask();
  expect(first).toEqual({
    papers: new Map([
      [one?.id, one],
      [two?.id, two],
      [three?.id, undefined],
    ]),
    records: 3,
    token: expect.any(String),
    of: 4,
    day: DAY,
  });
  expect(await ask({ token: first.token ?? '' })).toEqual({
    papers: new Map([[four?.id, four]]),
    records: 1,
    of: 4,
    day: DAY,
  });
});

it('is asked for by its set and the day of the first change, or by nothing but what leads to it', async () => {
  await ask({ set: CL, from: '2026-01-01' });
  await ask({ token: 'a|b&c' });
  expect(oai.requests.map(({ parameters }) => parameters)).toEqual([
    { verb: 'ListRecords', metadataPrefix: 'arXivRaw', set: CL, from: '2026-01-01' },
    { verb: 'ListRecords', resumptionToken: 'a|b&c' },
  ]);
});

it('is the last one, and empty, where nothing is in the list', async () => {
  expect(await ask({ set: 'cs:cs:LG' })).toEqual({ papers: new Map(), records: 0, day: DAY });
});

it('has a paper once that is told of twice, as it is told of last', async () => {
  const again = record(1, { title: 'Another title' });
  const { papers } = await askFacing(
    alters((answer) => {
      const [first = ''] = /<record>[^]*?<\/record>/.exec(answer) ?? [];
      return answer.replace(
        '<resumptionToken',
        `${first.replace(/<title>.*<\/title>/, '<title>Another title</title>')}<resumptionToken`,
      );
    }),
  );
  expect(papers.get(again.paper.id)).toEqual(again.paper);
  expect(papers.size).toBe(3);
});

describe('an answer that is none', () => {
  it.each<[string, OaiFault, string]>([
    ['a token that has expired', says(200, '<OAI-PMH><error code="badResumptionToken"/></OAI-PMH>'), 'expired'],
    [
      'a question that is none to arXiv',
      says(200, '<OAI-PMH><error code="badArgument">x</error></OAI-PMH>'),
      'refused',
    ],
    ['HTML in the place of XML', says(200, '<!doctype html><p>Sign in', { 'content-type': 'text/html' }), 'foreign'],
    ['HTML that is said to be XML', says(200, '<!doctype html><p>Sign in'), 'unreadable'],
    ['a page of maintenance', says(503, '<html/>', { 'content-type': 'text/html' }), 'busy'],
    ['too many requests', says(429), 'busy'],
    ['a fault of the server', says(500), 'failed'],
    ['a body without a byte', says(200), 'unreadable'],
  ])('%s', async (_, fault, trouble) => {
    expect(await askFacing(fault)).toEqual({ papers: new Map(), records: 0, trouble });
  });

  it.each([
    ['120', 120_000],
    ['Thu, 26 Feb 2026 12:00:00 GMT', Date.UTC(2026, 1, 26, 12) - new TestClock().now()],
  ])('that asks us to wait by Retry-After: %s', async (header, wait) => {
    const { retryAt } = await askFacing(says(503, '', { 'retry-after': header }));
    expect(retryAt).toBe(clock.now() + wait);
  });
});

describe('an answer that goes wrong on the way', () => {
  it.each<[string, OaiFault, string]>([
    ['is cut', cuts, 'unreadable'],
    ['lacks nothing but its end', alters((answer) => answer.slice(0, answer.lastIndexOf('</OAI-PMH>'))), 'unreadable'],
    ['breaks with the connection', breaks, 'offline'],
  ])('where it %s keeps what came whole', async (_, fault, trouble) => {
    const reply = await askFacing(fault);
    expect(reply.trouble).toBe(trouble);
    expect(reply.papers.get('2511.00001')).toEqual(RECORDS[0]?.paper);
  });

  it('is waited for as long as it comes, but not for ever', async () => {
    const asked = oai.asked();
    oai.fault = dries;
    let isOver = false;
    const reply = ask().finally(() => (isOver = true));
    await asked;
    // Its beginning is on the way; from when that has come the whole time is counted.
    await expect.poll(() => clock.waitsFor()).toBe(PART.timeOut);
    clock.pass(PART.timeOut - 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).toBe(false);
    clock.pass(1);
    expect((await reply).trouble).toBe('slow');
  });

  it('is given up soon where it does not even begin', async () => {
    const asked = oai.asked();
    const reply = askFacing(hangs);
    await asked;
    clock.pass(TIME_OUT);
    expect((await reply).trouble).toBe('slow');
  });

  it('is given up at once where it is stopped', async () => {
    const asked = oai.asked();
    const reply = askFacing(hangs);
    await asked;
    stop.abort();
    expect((await reply).trouble).toBe('stopped');
    expect((await ask()).trouble).toBe('stopped');
    expect(oai.requests).toHaveLength(1);
  });

  it('leaves no timer behind', async () => {
    for (const fault of [answers, breaks, says(503)]) {
      oai.fault = fault;
      await ask();
    }
    expect(clock.waiting).toBe(0);
  });

  it('with a record that is broken loses that one alone', async () => {
    const { papers, token, trouble } = await askFacing(alters((answer) => answer.replace('<title>', '<title></oops>')));
    expect(papers.has('2511.00001')).toBe(false);
    expect(papers.size).toBe(2);
    expect(token).toBeDefined();
    expect(trouble).toBeUndefined();
  });
});
