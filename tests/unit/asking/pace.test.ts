import { describe, expect, it } from 'vitest';
import { nextRequest } from '../../../lib/asking/asker';
import { LONGEST } from '../../../lib/asking/limits';
import { claim, FRESH, paceAfter } from '../../../lib/asking/pace';
import type { AskingProblem } from '../../../lib/answers';

const NOW = 1_000_000_000_000;
const SECOND = 1000;

const at = (...moments: number[]) => moments.map((notBefore) => ({ notBefore }));

describe('the next request', () => {
  it('is none where nothing waits', () => {
    expect(nextRequest([], FRESH, NOW)).toBeUndefined();
  });

  it('waits for the first question, and for the pace', () => {
    expect(nextRequest(at(NOW + 50, NOW + 20), FRESH, NOW)).toBe(NOW + 20);
    expect(nextRequest(at(NOW + 50, NOW + 20), { nextRequestAt: NOW + 30, failures: 0 }, NOW)).toBe(NOW + 30);
  });

  it('does not wait for a moment that only a wrong clock can have written', () => {
    const lost = { nextRequestAt: NOW + 2 * LONGEST, failures: 0 };
    expect(nextRequest(at(NOW + 400 * LONGEST), lost, NOW)).toBe(NOW);
  });
});

describe('after a request', () => {
  it('that was answered the next may start three seconds later', () => {
    const before = { nextRequestAt: 0, failures: 4, problem: 'busy' as const };
    expect(paceAfter(before, {}, NOW)).toEqual({ nextRequestAt: NOW + 3 * SECOND, failures: 0 });
  });

  it.each<[AskingProblem, number[]]>([
    ['offline', [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]],
    ['busy', [15, 30, 60, 120]],
    ['slow', [15, 30, 60, 120]],
    ['failed', [15, 30, 60, 120]],
    ['foreign', [15, 30, 60, 120]],
    ['unsaved', [15, 30, 60, 120]],
  ])('that was %s all wait ever longer', (trouble, seconds) => {
    let pace = FRESH;
    const waits = seconds.map(() => {
      pace = paceAfter(pace, { trouble }, NOW);
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
    expect(paceAfter(FRESH, { trouble: 'busy', retryAt: NOW + asked }, NOW).nextRequestAt).toBe(NOW + waited);
  });

  it('that was stopped nothing changes but the moment', () => {
    const before = { nextRequestAt: 5, failures: 2, problem: 'busy' as const };
    expect(paceAfter(before, { trouble: 'stopped' }, NOW)).toEqual({ ...before, nextRequestAt: NOW + 3 * SECOND });
  });
});

it('is claimed as if the request were to fail when it has lasted as long as it may', () => {
  expect(claim(FRESH, NOW)).toEqual({ nextRequestAt: NOW + 23 * SECOND, failures: 1 });
  expect(claim({ nextRequestAt: 0, failures: 3 }, NOW).nextRequestAt).toBe(NOW + 120 * SECOND);
});
