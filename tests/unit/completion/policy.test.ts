import { describe, expect, it } from 'vitest';
import { LONGEST, MOST_PAPERS } from '../../../lib/completion/limits';
import { batchOf, FRESH, nextRequest, settle } from '../../../lib/completion/policy';
import type { Job, Trouble } from '../../../lib/job';

const NOW = 1_000_000_000_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const job = (id: string, more: Partial<Job> = {}): Job => ({ id, addedAt: 0, attempts: 0, notBefore: 0, ...more });
const jobs = (count: number, more: Partial<Job> = {}) => Array.from({ length: count }, (_, at) => job(`${at}`, more));
const ids = (some: readonly Job[]) => some.map(({ id }) => id);
const reply = (trouble?: Trouble, retryAt?: number) => ({
  facts: new Map<string, unknown>(),
  ...(trouble && { trouble }),
  ...(retryAt !== undefined && { retryAt }),
});
const facts = (...of: string[]) => ({ facts: new Map(of.map((id) => [id, id])) });

const givenUpAfter = (attempts: number, trouble: Trouble, company = 1) =>
  settle(jobs(company, { attempts }), FRESH, reply(trouble), NOW).putOff.map(({ problem }) => problem);

describe('the papers that are asked about together', () => {
  it('are the ones that have waited longest, as many as one request may name', () => {
    const many = Array.from({ length: 120 }, (_, at) => job(`${at}`, { addedAt: 120 - at }));
    expect(ids(batchOf(many, NOW))).toEqual(ids(many.slice(-MOST_PAPERS).toReversed()));
  });

  it('are none that must wait, and none that is given up', () => {
    const some = [job('a', { notBefore: NOW + 1 }), job('b', { problem: 'unanswered' }), job('c', { notBefore: NOW })];
    expect(ids(batchOf(some, NOW))).toEqual(['c']);
  });

  it.each([
    [0, 50],
    [1, 12],
    [2, 3],
    [3, 1],
    [9, 1],
  ])('after %i troubles are at most %i', (attempts, most) => {
    expect(batchOf(jobs(200, { attempts }), NOW)).toHaveLength(most);
  });

  it('have had the same number of troubles, the fewest first', () => {
    const some = [job('a', { attempts: 2 }), job('b', { attempts: 1 }), job('c', { attempts: 1 })];
    expect(ids(batchOf(some, NOW))).toEqual(['b', 'c']);
  });

  it('do not wait for a moment that only a wrong clock can have written', () => {
    const lost = [job('a', { notBefore: NOW + 400 * 24 * 60 * MINUTE })];
    expect(ids(batchOf(lost, NOW))).toEqual(['a']);
    expect(nextRequest(lost, { nextRequestAt: NOW + 2 * LONGEST, failures: 0 }, NOW)).toBe(NOW);
  });
});

describe('the next request', () => {
  it('is none where nothing waits', () => {
    expect(nextRequest([], FRESH, NOW)).toBeUndefined();
    expect(nextRequest([job('a', { problem: 'refused' })], FRESH, NOW)).toBeUndefined();
  });

  it('waits for the first paper, and for the pace', () => {
    const some = [job('a', { notBefore: NOW + 50 }), job('b', { notBefore: NOW + 20 })];
    expect(nextRequest(some, FRESH, NOW)).toBe(NOW + 20);
    expect(nextRequest(some, { nextRequestAt: NOW + 30, failures: 0 }, NOW)).toBe(NOW + 30);
  });
});

describe('after a request', () => {
  it('that was answered the next may start three seconds later', () => {
    expect(settle(jobs(2), { nextRequestAt: 0, failures: 4, problem: 'busy' }, facts('0', '1'), NOW)).toEqual({
      pace: { nextRequestAt: NOW + 3 * SECOND, failures: 0 },
      done: ['0', '1'],
      putOff: [],
    });
  });

  it.each<[Trouble, number[]]>([
    ['offline', [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]],
    ['busy', [15, 30, 60, 120]],
    ['slow', [15, 30, 60, 120]],
    ['failed', [15, 30, 60, 120]],
    ['foreign', [15, 30, 60, 120]],
    ['unsaved', [15, 30, 60, 120]],
  ])('that was %s all papers wait ever longer', (trouble, seconds) => {
    let pace = FRESH;
    const waits = seconds.map(() => {
      ({ pace } = settle(jobs(1), pace, reply(trouble), NOW));
      expect(pace.problem).toBe(trouble);
      return (pace.nextRequestAt - NOW) / SECOND;
    });
    expect(waits).toEqual(seconds);
  });

  it.each([
    ['longer than our own', 90 * SECOND, 90 * SECOND],
    ['shorter than our own', 1 * SECOND, 15 * SECOND],
    ['without end', 1e15, LONGEST],
    ['of no moment that there is', Infinity, LONGEST],
  ])('arXiv’s own wait counts where it is %s', (_, asked, waited) => {
    expect(settle(jobs(1), FRESH, reply('busy', NOW + asked), NOW).pace.nextRequestAt).toBe(NOW + waited);
  });

  it('whose trouble may lie with its papers, they wait, in smaller company, and the others do not', () => {
    const { pace, putOff } = settle(jobs(50), FRESH, reply('refused'), NOW);
    expect(pace).toEqual({ nextRequestAt: NOW + 3 * SECOND, failures: 0 });
    expect(putOff.map(({ attempts, notBefore }) => [attempts, notBefore])).toEqual(
      Array.from({ length: 50 }, () => [1, NOW + 10 * MINUTE]),
    );
  });

  it('papers that were left out of the answer are asked about again', () => {
    const { done, putOff } = settle([job('a'), job('b')], FRESH, facts('b'), NOW);
    expect(done).toEqual(['b']);
    expect(putOff).toEqual([job('a', { attempts: 1, notBefore: NOW + 10 * MINUTE })]);
  });

  it('with trouble on the way nothing changes for the papers', () => {
    expect(settle(jobs(3), FRESH, reply('offline'), NOW).putOff).toEqual([]);
  });

  it('that was stopped nothing changes but the pace', () => {
    const before = { nextRequestAt: 5, failures: 2, problem: 'busy' as const };
    expect(settle(jobs(3), before, reply('stopped'), NOW)).toEqual({
      pace: { ...before, nextRequestAt: NOW + 3 * SECOND },
      done: [],
      putOff: [],
    });
  });
});

describe('a paper is given up on', () => {
  it.each<[string, number, Trouble, number]>([
    ['the first time', 0, 'unanswered', 1],
    ['the second time', 1, 'unanswered', 1],
    ['together with others', 8, 'unanswered', 2],
    ['while arXiv itself fails', 8, 'failed', 1],
    ['while arXiv is slow', 8, 'slow', 1],
  ])('not %s', (_, attempts, trouble, company) => {
    expect(givenUpAfter(attempts, trouble, company)).toEqual(Array.from({ length: company }));
  });

  it.each<Trouble>(['unanswered', 'refused', 'unreadable'])('when it alone was %s for the third time', (trouble) => {
    expect(givenUpAfter(2, trouble)).toEqual([trouble]);
  });
});
