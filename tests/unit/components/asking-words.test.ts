import { expect, it } from 'vitest';
import { askingWords } from '../../../components/asking-words';
import type { CompletionState } from '../../../lib/answers';
import { formatTime } from '../../../lib/dates';

const NOW = new Date(2026, 2, 2, 13, 30).getTime();
const SOON = NOW + 3000;
const LATER = NOW + 35 * 60_000;
const IDLE: CompletionState = { waiting: 0, isAsking: false, isAllowed: true, isStopped: false };

const time = formatTime(LATER, NOW);

it.each<[Partial<CompletionState>, string]>([
  [{}, ''],
  [{ waiting: 12, isAllowed: false }, ''],
  [{ waiting: 12, isAsking: true, nextAt: LATER }, 'Asking arXiv about 12 papers…'],
  [{ waiting: 12, nextAt: SOON }, 'Asking arXiv about 12 papers…'],
  [{ waiting: 1, nextAt: SOON }, 'Asking arXiv about 1 paper…'],
  [{ waiting: 12, isStopped: true }, 'Stopped: arXiv is not asked about 12 papers.'],
  [{ waiting: 12, nextAt: LATER, problem: 'busy' }, `arXiv asked us to wait until ${time}.`],
  [{ waiting: 12, nextAt: LATER, problem: 'offline' }, `arXiv cannot be reached. Next try at ${time}.`],
  [{ waiting: 2, nextAt: LATER }, `arXiv has not told of 2 papers. Next try at ${time}.`],
])('of %o is said "%s"', (state, words) => {
  expect(askingWords({ ...IDLE, ...state }, NOW)).toBe(words);
});

it('a moment of another day is told with that day', () => {
  const tomorrow = formatTime(NOW + 24 * 3_600_000, NOW);
  expect(tomorrow.length).toBeGreaterThan(time.length);
  expect(tomorrow).toContain('3');
});
