import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartReply } from '../../../lib/harvest/part';
import { inLine, isWithin, newRun, nextPart, outcomeOf, resumed, settle } from '../../../lib/harvest/policy';
import type { Harvest, HarvestRun } from '../../../lib/harvesting';

const NOW = 1_772_000_000_000;
const SECOND = 1000;
const REQUEST = { categories: ['cs.CL', 'hep-th'] };

const run = (more: Partial<HarvestRun> = {}): HarvestRun => ({ ...newRun(1, REQUEST), ...more });
const harvest = (name: string, more: Partial<HarvestRun>): Harvest => ({ name, run: run(more) });
const part = (more: Partial<PartReply> = {}): PartReply => ({ papers: new Map(), records: 10, ...more });

describe('what is asked for first', () => {
  it.each([
    ['all there is', undefined, undefined],
    ['what was changed since the first of the years', { from: 2023, to: 2024 }, '2023-01-01'],
    ['all there is where all of it was changed since', { from: 2005, to: 2024 }, undefined],
  ])('is %s', (_, years, from) => {
    const { from: asked, sets } = newRun(1, { ...REQUEST, ...(years && { years }) });
    expect(asked).toBe(from);
    expect(sets).toEqual(['cs:cs:CL', 'physics:hep-th']);
  });

  it.each([
    ['2026-03-02', '2026-03-01'],
    ['2026-03-01', '2026-02-28'],
    ['2024-03-01', '2024-02-29'],
    ['2026-01-01', '2025-12-31'],
  ])('in a pack that was fetched on %s is what was changed since %s', (began, from) => {
    expect(newRun(1, { ...REQUEST, years: { from: 2020, to: 2021 } }, { request: REQUEST, began }).from).toBe(from);
  });

  it('is everything where arXiv did not say when that was', () => {
    expect(newRun(1, REQUEST, { request: REQUEST }).from).toBeUndefined();
  });
});

describe('the next part', () => {
  it('is the first one of the first set, and then the one that the last led to', () => {
    expect(nextPart(run({ from: '2023-01-01' }))).toEqual({ set: 'cs:cs:CL', from: '2023-01-01' });
    expect(nextPart(settle(run(), part({ token: 'next' }), NOW))).toEqual({ token: 'next' });
    expect(nextPart(settle(run(), part(), NOW))).toEqual({ set: 'physics:hep-th' });
  });

  it.each<Partial<HarvestRun>>([{ stage: 'paused' }, { stage: 'failed' }, { stage: 'cancelling' }, { sets: [] }])(
    'is none where a run is %o',
    (more) => expect(nextPart(run(more))).toBeUndefined(),
  );
});

it.each([
  ['2019-12-31', false],
  ['2020-01-01', true],
  ['2021-12-31', true],
  ['2022-01-01', false],
  [undefined, true],
])('a paper that came out on %s is within 2020 to 2021: %s', (published, isMeant) => {
  const paper = { id: '2001.00001', ...(published && { published }) };
  expect(isWithin(paper, { ...REQUEST, years: { from: 2020, to: 2021 } })).toBe(isMeant);
  expect(isWithin(paper, REQUEST)).toBe(true);
});

describe('in line', () => {
  it('are those that may ask, the eldest first, and then those that must wait', () => {
    const all = [
      harvest('waits longer', { notBefore: NOW + 9000, intake: 1 }),
      harvest('waits', { notBefore: NOW + 5000, intake: 2 }),
      harvest('young', { intake: 9 }),
      harvest('old', { intake: 3, notBefore: NOW - 1 }),
      harvest('paused', { stage: 'paused' }),
      { name: 'done', last: { request: REQUEST } },
    ];
    expect(inLine(all, NOW).map(({ name }) => name)).toEqual(['old', 'young', 'waits', 'waits longer']);
  });
});

describe('after a part', () => {
  it('one knows how far the list has come, and when arXiv answered first', () => {
    const first = settle(run(), part({ token: 'a', of: 25, day: '2026-03-02' }), NOW);
    const second = settle(first, part({ token: 'b', of: 26, day: '2026-03-03' }), NOW);
    expect(second).toMatchObject({ began: '2026-03-02', list: { token: 'b', received: 20, of: 26 }, listed: 0 });
    expect(settle(second, part({ records: 6 }), NOW)).toMatchObject({
      sets: ['physics:hep-th'],
      list: { received: 0 },
      listed: 26,
    });
  });

  it('nothing of an earlier problem is left', () => {
    const before = run({ attempts: 3, problem: 'unreadable', notBefore: NOW + 5 });
    const after = settle(before, part({ token: 'a' }), NOW);
    expect(after).toMatchObject({ attempts: 0, notBefore: 0 });
    expect(after).not.toHaveProperty('problem');
  });
});

describe('a problem', () => {
  it.each(['unreadable', 'refused', 'slow', 'failed'] as const)('has the same part asked for again: %s', (trouble) => {
    const before = settle(run(), part({ token: 'a' }), NOW);
    const after = settle(before, part({ trouble, token: 'b' }), NOW);
    expect(after).toEqual({ ...before, attempts: 1, problem: trouble, notBefore: NOW + 15 * SECOND });
    expect(outcomeOf(part({ trouble }))).toEqual(trouble === 'slow' || trouble === 'failed' ? { trouble } : {});
  });

  it('has the list begun anew where its token has expired', () => {
    const before = settle(run(), part({ token: 'a' }), NOW);
    const after = settle(before, part({ trouble: 'expired' }), NOW);
    expect(nextPart(after)).toEqual({ set: 'cs:cs:CL' });
    expect(after).toMatchObject({ problem: 'expired', list: { received: 0, furthest: 10 } });
  });

  it.each(['busy', 'offline', 'foreign', 'unsaved', 'stopped'] as const)(
    'of all that arXiv is asked changes nothing of the run: %s',
    (trouble) => {
      const before = run();
      expect(settle(before, part({ trouble }), NOW)).toBe(before);
      expect(outcomeOf(part({ trouble, retryAt: 5 }))).toEqual({ trouble, retryAt: 5 });
    },
  );

  it('that does not pass is one to give up over, after an hour, and not to begin with anew unless it is resumed', () => {
    let [now, now1] = [NOW, run()];
    for (; now1.stage === 'fetching'; now = now1.notBefore) now1 = settle(now1, part({ trouble: 'unreadable' }), now);
    expect(now1).toMatchObject({ stage: 'failed', problem: 'unreadable' });
    expect((now - NOW) / (60 * SECOND)).toBeGreaterThan(30);
    const again = resumed(now1);
    expect(again).toMatchObject({ stage: 'fetching', attempts: 0, notBefore: 0 });
    expect(again).not.toHaveProperty('problem');
  });

  it.each(['slow', 'failed'] as const)('of arXiv’s own is waited for without end: %s', (trouble) => {
    let one = run();
    for (let attempt = 0; attempt < 100; attempt++) one = settle(one, part({ trouble }), NOW);
    expect(one).toMatchObject({ stage: 'fetching', notBefore: NOW + 3600 * SECOND });
  });

  it('leaves a run paused that was paused meanwhile', () => {
    const late = settle(run({ stage: 'paused', attempts: 100 }), part({ trouble: 'unreadable' }), NOW);
    expect(late.stage).toBe('paused');
  });
});

/** How many parts are asked for until the run is over; the tokens are those of this path, which goes in a circle. */
function partsUntilFailed(tail: number, circle: number): number {
  let one = run();
  let parts = 0;
  for (let at = 0; one.stage === 'fetching' && parts < 100_000; parts++) {
    const question = nextPart(one);
    at = question && 'token' in question ? Number(question.token) : 0;
    const next = at + 1 < tail + circle ? at + 1 : tail;
    one = settle(one, part({ token: `${next}` }), NOW);
  }
  expect(one).toMatchObject({ stage: 'failed', problem: 'endless' });
  return parts;
}

describe('a list that leads back to where it was', () => {
  it('is known whatever the circle, and before long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (tail, circle) => {
        expect(partsUntilFailed(tail, circle)).toBeLessThanOrEqual(8 * 3 * (tail + circle + 1));
      }),
    );
  });

  it('is no list that is long', () => {
    let one = run();
    for (let at = 1; at <= 5000; at++) one = settle(one, part({ token: `${at}` }), NOW);
    expect(one).toMatchObject({ stage: 'fetching', attempts: 0, list: { received: 50_000 } });
  });
});
