import { describe, expect, it } from 'vitest';
import { idList } from '../../../lib/exchange/id-list';
import { idsOf, itemsOf, skippedIn } from './pieces';

describe('a line of a list', () => {
  it.each([
    ['2601.00001', ['2601.00001']],
    ['  2601.00001v2  ', ['2601.00001']],
    ['arXiv:2601.00001 [cs.CL]', ['2601.00001']],
    ['hep-th/9901001', ['hep-th/9901001']],
    ['hepth/9901001', ['hep-th/9901001']],
    ['math.GT/0309136', ['math/0309136']],
    ['https://arxiv.org/pdf/2601.00001v1.pdf', ['2601.00001']],
    ['https://huggingface.co/papers/2601.00001', ['2601.00001']],
    ['10.48550/arXiv.2601.00001', ['2601.00001']],
    ['2601.00001 2601.00002, 2601.00003; hep-th/9901001', ['2601.00001', '2601.00002', '2601.00003', 'hep-th/9901001']],
    ['2601.00001, arXiv:2601.00001, https://arxiv.org/abs/2601.00001', ['2601.00001']],
    ['- 2601.00001', ['2601.00001']],
    ['* [x] 2601.00001.', ['2601.00001']],
    ['1. [Lanterns](https://arxiv.org/abs/2601.00001), [Boats](2601.00002)', ['2601.00001', '2601.00002']],
    ['| Lanterns | 2601.00001 | 2026 |', ['2601.00001']],
    ['"2601.00001","Lanterns, by night",2026', ['2601.00001']],
    ['17,2601.00001,2601.00002,3.5', ['2601.00001', '2601.00002']],
    ['version 2601.00001', ['2601.00001']],
    ['\u200F2601.00001\u00A0نص', ['2601.00001']],
  ])('%j names %j', async (line, ids) => {
    expect(idsOf(await itemsOf(idList, line))).toEqual(ids);
  });

  it.each(['id', 'Lanterns by night', '2613.00001', '0704.00091', '10.1103/PhysRevD.2601.00001', '9901001', '\0\0'])(
    'that names nothing is skipped: %j',
    async (line) => {
      const items = await itemsOf(idList, `2601.00001\n${line}\n2601.00002`);
      expect(idsOf(items)).toEqual(['2601.00001', '2601.00002']);
      expect(skippedIn(items)).toEqual([[2, expect.stringContaining('This line names no paper')]]);
    },
  );

  it.each(['', '   ', '# 2601.00009', '  # a heading'])('is passed over: %j', async (line) => {
    expect(await itemsOf(idList, `${line}\n2601.00001`)).toEqual([
      { kind: 'paper', place: { line: 2 }, facts: { id: '2601.00001' } },
    ]);
  });

  it('tells the version that it names', async () => {
    const [item] = await itemsOf(idList, 'see https://arxiv.org/abs/2601.00001v3');
    expect(item).toEqual({ kind: 'paper', place: { line: 1 }, facts: { id: '2601.00001', version: 3 } });
  });

  it('that is too long is skipped, and its neighbours are kept', async () => {
    const items = await itemsOf(idList, `2601.00001\n${'2601.00002 '.repeat(100_000)}\n2601.00003`);
    expect(idsOf(items)).toEqual(['2601.00001', '2601.00003']);
    expect(skippedIn(items)).toEqual([[2, expect.stringContaining('This line is too long')]]);
  });
});
