import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gather } from '../../../lib/library/gather';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ids = (from: number, count: number) => Array.from({ length: count }, (_, at) => String(from + at));

/** What was passed on, each as how many papers and the first of them. */
function listening() {
  const heard: [number, string | undefined][] = [];
  return { heard, hear: gather((papers) => heard.push([papers.length, papers[0]])) };
}

it('passes on a change at once, whether of few papers or of many', () => {
  const { heard, hear } = listening();
  hear(['a']);
  hear(['b']);
  hear(ids(0, 5000));
  expect(heard).toEqual([
    [1, 'a'],
    [1, 'b'],
    [5000, '0'],
  ]);
  vi.runAllTimers();
  expect(heard).toHaveLength(3);
});

it('passes on many changes of many papers as two, and those of few in between', () => {
  const { heard, hear } = listening();
  for (let batch = 0; batch < 8; batch++) {
    hear(ids(batch * 500, 500));
    vi.advanceTimersByTime(1900);
  }
  hear(['a']);
  hear([]);
  expect(heard).toEqual([
    [500, '0'],
    [1, 'a'],
    [0, undefined],
  ]);
  vi.advanceTimersByTime(2000);
  expect(heard.slice(3)).toEqual([[3500, '500']]);
  hear(ids(0, 500));
  expect(heard).toHaveLength(5);
});

it('has all papers read where too many changed to read each', () => {
  const { heard, hear } = listening();
  for (let batch = 0; batch < 12; batch++) hear(ids(batch * 500, 500));
  vi.runAllTimers();
  expect(heard).toEqual([
    [500, '0'],
    [0, undefined],
  ]);
});
