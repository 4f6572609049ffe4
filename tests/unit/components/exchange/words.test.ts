import { describe, expect, it } from 'vitest';
import { placeInWords, progressInWords, resultInWords } from '../../../../components/exchange/words';
import type { IntakeResult } from '../../../../lib/intake';

const nothing: IntakeResult = { imported: 0, updated: 0, unchanged: 0, skipped: 0, skippedList: [], remarks: [] };

const packOf = (dropped: number) => ({ name: 'Glass', dropped });

describe('what came of an import', () => {
  it.each<[Partial<IntakeResult>, string]>([
    [{}, 'No paper was found. Your library is as it was.'],
    [{ imported: 1 }, '1 paper imported.'],
    [
      { imported: 1200, updated: 3, unchanged: 4, skipped: 1 },
      '1,200 papers imported, 3 updated, 4 there already, 1 skipped.',
    ],
    [{ unchanged: 2 }, '2 papers there already.'],
    [{ skipped: 2 }, 'Nothing was imported, 2 skipped. Your library is as it was.'],
    [{ imported: 500, isCancelled: true }, 'Stopped: what was imported stays. 500 papers imported.'],
    [{ imported: 500, problem: 'The disk is full.' }, '500 papers imported. The disk is full.'],
    [{ imported: 1200, pack: packOf(0) }, 'Pack “Glass”: 1,200 papers added.'],
    [
      { imported: 1, updated: 2, unchanged: 3000, skipped: 4, pack: packOf(5) },
      'Pack “Glass”: 1 paper added, 2 changed, 3,000 unchanged (reused), 5 removed, 4 skipped.',
    ],
    [{ unchanged: 3000, pack: packOf(0) }, 'Pack “Glass”: 3,000 papers unchanged (reused).'],
    [{ pack: packOf(0) }, 'No paper was found: your packs are as they were.'],
    [{ skipped: 2, pack: packOf(0) }, 'Nothing was imported, 2 skipped: your packs are as they were.'],
    [{ isCancelled: true, pack: packOf(0) }, 'Stopped. Nothing of it was taken in: your packs are as they were.'],
    [
      { problem: 'The disk is full.', pack: packOf(0) },
      'The disk is full. Nothing of it was taken in: your packs are as they were.',
    ],
  ])('%j', (result, words) => {
    expect(resultInWords({ ...nothing, ...result })).toBe(words);
  });
});

describe('how far it is', () => {
  it.each([
    [{ records: 0, rate: 0 }, '0 papers'],
    [{ records: 1, rate: 2000.4 }, '1 paper, 2,000 a second'],
    [{ records: 9000, rate: 2000, secondsLeft: 0 }, '9,000 papers, 2,000 a second, a few seconds left'],
    [{ records: 9000, rate: 2000, secondsLeft: 41 }, '9,000 papers, 2,000 a second, about 45 seconds left'],
    [{ records: 9000, rate: 2000, secondsLeft: 130 }, '9,000 papers, 2,000 a second, about 2 minutes left'],
    [{ records: 9000, rate: 2000, secondsLeft: 7200 }, '9,000 papers, 2,000 a second, about 2 hours left'],
  ])('%j', (progress, words) => {
    expect(progressInWords({ done: 1, of: 2, ...progress })).toBe(words);
  });
});

it.each([
  [{ file: 'a.txt', why: '' }, 'a.txt'],
  [{ file: 'a.txt', line: 1234, why: '' }, 'a.txt, line 1,234'],
  [{ file: 'a.json', record: 2, why: '' }, 'a.json, record 2'],
  [{ file: 'a.json', line: 3, record: 2, why: '' }, 'a.json, line 3'],
])('%j stands at %s', (remark, words) => {
  expect(placeInWords(remark)).toBe(words);
});
