import { describe, expect, it } from 'vitest';
import { factsOf, harvestInWords, requestInWords, sizeInWords } from '../../../../components/packs/words';
import type { HarvestState } from '../../../../lib/pack';

it.each([
  [0, '0 kB'],
  [400, '0.4 kB'],
  [999, '1 kB'],
  [48_000, '48 kB'],
  [999_499, '999 kB'],
  [999_999, '1 MB'],
  [1_234_567, '1.2 MB'],
  [48_000_000, '48 MB'],
  [999_999_999, '1 GB'],
  [2_400_000_000, '2.4 GB'],
  [5_000_000_000_000, '5,000 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});

it('a pack is as large as its papers and their index', () => {
  const pack = { name: 'Glass', isOn: true, papers: 3, bytes: { papers: 30_000_000, index: 18_000_000 } };
  expect(factsOf({ ...pack, updated: Date.UTC(2026, 4, 3, 12) })).toMatch(/^48 MB, .*3.*2026$/);
});

it.each([
  [{ categories: ['cs.CL'] }, 'cs.CL'],
  [{ categories: ['cs.CL', 'math'], years: { from: 2020, to: 2025 } }, 'cs.CL, math, 2020 to 2025'],
  [{ categories: ['cs.CL'], years: { from: 2020, to: 2020 } }, 'cs.CL, 2020'],
  [{ categories: ['cs.CL'], years: { from: 2020, to: 9999 } }, 'cs.CL, from 2020 on'],
  [{ categories: ['cs.CL'], years: { from: 1991, to: 2020 } }, 'cs.CL, up to 2020'],
])('%j is asked for as “%s”', (request, words) => {
  expect(requestInWords(request)).toBe(words);
});

describe('a harvest', () => {
  const now = new Date(2026, 10, 25, 14, 0).getTime();
  it.each<[Partial<HarvestState>, RegExp]>([
    [{ received: 0, papers: 0 }, /^Nothing received yet\.$/],
    [{}, /^3,000 of 84,112 records received, 2,100 papers\.$/],
    [{ nextAt: now + 3000 }, /2,100 papers\.$/],
    [{ kind: 'waiting', nextAt: now + 180_000 }, /2,100 papers\. arXiv is asked next at .*03.*\.$/],
    [{ kind: 'waiting' }, /2,100 papers\. It waits for its turn\.$/],
    [{ kind: 'paused' }, /^Paused\. 3,000 of 84,112 records received, 2,100 papers\.$/],
    [{ kind: 'failed', nextAt: now + 180_000 }, /2,100 papers\.$/],
  ])('%j is told of', (state, words) => {
    expect(harvestInWords({ kind: 'working', received: 3000, of: 84_112, papers: 2100, ...state }, now)).toMatch(words);
  });

  it('of which nobody knows how much there is says what has come', () => {
    expect(harvestInWords({ kind: 'working', received: 3000, papers: 1 })).toBe('3,000 records received, 1 paper.');
  });
});
