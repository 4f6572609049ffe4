import { describe, expect, it } from 'vitest';
import { MOST_PAPERS } from '../../../lib/completion/limits';
import { batchOf, outcomeOf, settle, waiting } from '../../../lib/completion/policy';
import type { Job, Trouble } from '../../../lib/job';

const NOW = 1_000_000_000_000;
const MINUTE = 60_000;

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
  settle(jobs(company, { attempts }), reply(trouble), NOW).putOff.map(({ problem }) => problem);

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
  });
});

it('waits for papers that are not given up', () => {
  const some = [job('a', { problem: 'refused' }), job('b')];
  expect(ids(waiting(some))).toEqual(['b']);
});

describe('after a request', () => {
  it('that was answered nothing is left of its papers', () => {
    expect(settle(jobs(2), facts('0', '1'), NOW)).toEqual({ done: ['0', '1'], putOff: [] });
  });

  it('whose trouble may lie with its papers, they wait, in smaller company, and the others do not', () => {
    const { putOff } = settle(jobs(50), reply('refused'), NOW);
    expect(putOff.map(({ attempts, notBefore }) => [attempts, notBefore])).toEqual(
      Array.from({ length: 50 }, () => [1, NOW + 10 * MINUTE]),
    );
  });

  it('papers that were left out of the answer are asked about again', () => {
    const { done, putOff } = settle([job('a'), job('b')], facts('b'), NOW);
    expect(done).toEqual(['b']);
    expect(putOff).toEqual([job('a', { attempts: 1, notBefore: NOW + 10 * MINUTE })]);
  });

  it.each<Trouble>(['offline', 'busy', 'foreign', 'unsaved', 'stopped'])(
    'that was %s nothing changes for them',
    (trouble) => {
      expect(settle(jobs(3), reply(trouble), NOW)).toEqual({ done: [], putOff: [] });
    },
  );

  it.each<[Trouble, Trouble | undefined]>([
    ['slow', 'slow'],
    ['unsaved', 'unsaved'],
    ['stopped', 'stopped'],
    ['refused', undefined],
    ['unreadable', undefined],
    ['unanswered', undefined],
  ])('that was %s all others are held up by %s', (trouble, ofAll) => {
    expect(outcomeOf(reply(trouble, NOW + 5)).trouble).toBe(ofAll);
    expect(outcomeOf(reply(trouble, NOW + 5)).retryAt).toBe(NOW + 5);
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
