import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arxivAddress, parseId } from '../../../lib/arxiv/identifier';
import { likeIds } from './generated';
import { isIdByTheBook } from './oracle';

describe('parseId', () => {
  it.each([
    ['2511.07317', '2511.07317', undefined],
    ['2511.07317v12', '2511.07317', 12],
    ['2511.07317V2', '2511.07317', 2],
    ['0704.0001', '0704.0001', undefined],
    ['1412.9999', '1412.9999', undefined],
    ['1501.00001', '1501.00001', undefined],
    ['hep-th/9901001', 'hep-th/9901001', undefined],
    ['hep-th/9107001', 'hep-th/9107001', undefined],
    ['hep-th/0703999v3', 'hep-th/0703999', 3],
    ['solv-int/9701001v1', 'solv-int/9701001', 1],
    ['math.GT/0309136', 'math/0309136', undefined],
    ['cond-mat.str-el/0408502', 'cond-mat/0408502', undefined],
    ['HEP-TH/9901001', 'hep-th/9901001', undefined],
  ])('reads %s', (text, id, version) => {
    expect(parseId(text)).toEqual(version === undefined ? { id } : { id, version });
  });

  it.each([
    ['0703.0001', 'before the new scheme'],
    ['1501.0001', 'four digits after the switch'],
    ['1412.00001', 'five digits before it'],
    ['2513.01234', 'month 13'],
    ['2500.01234', 'month 0'],
    ['2511.00000', 'number 0'],
    ['2401.123456', 'six digits'],
    ['2511.07317v0', 'version 0'],
    ['2511.07317v', 'version without a number'],
    ['2511.07317 ', 'a space'],
    ['arXiv:2511.07317', 'a prefix'],
    ['hep-th/0704001', 'after the old scheme'],
    ['hep-th/9106001', 'before the archives'],
    ['hep-th/9901000', 'number 0, old'],
    ['issues/1234567', 'no archive'],
    ['stat/0601001', 'an archive that came after the old scheme'],
    ['', 'nothing'],
  ])('refuses %s: %s', (text) => {
    expect(parseId(text)).toBeUndefined();
  });

  it('agrees with the rules read slowly', () => {
    fc.assert(
      fc.property(likeIds, (text) => {
        expect(parseId(text) !== undefined).toBe(isIdByTheBook(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('reads its own canonical form back', () => {
    fc.assert(
      fc.property(likeIds, (text) => {
        const parsed = parseId(text);
        fc.pre(parsed !== undefined);
        expect(parseId(parsed?.id ?? '')).toEqual({ id: parsed?.id });
      }),
    );
  });
});

describe('arxivAddress', () => {
  it('keeps the slash of an old id', () => {
    expect(arxivAddress('hep-th/9901001', 'pdf')).toBe('https://arxiv.org/pdf/hep-th/9901001');
  });
});
