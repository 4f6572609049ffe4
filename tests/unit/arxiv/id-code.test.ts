import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOfId, idOfCode } from '../../../lib/arxiv/id-code';
import { OLD_ARCHIVES } from '../../../lib/arxiv/archives';
import { parseId } from '../../../lib/arxiv/identifier';

const newIds = fc
  .record({ year: fc.integer({ min: 7, max: 90 }), month: fc.integer({ min: 1, max: 12 }), number: fc.nat() })
  .map(({ year, month, number }) => {
    const yymm = `${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}`;
    const length = yymm < '1501' ? 4 : 5;
    return `${yymm}.${String((number % (10 ** length - 1)) + 1).padStart(length, '0')}`;
  })
  .filter((id) => parseId(id) !== undefined);
const oldIds = fc
  .record({
    archive: fc.constantFrom(...OLD_ARCHIVES),
    month: fc.integer({ min: 0, max: 188 }),
    number: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ archive, month, number }) => {
    const year = (91 + Math.floor((month + 6) / 12)) % 100;
    const yymm = `${String(year).padStart(2, '0')}${String(((month + 6) % 12) + 1).padStart(2, '0')}`;
    return `${archive}/${yymm}${String(number).padStart(3, '0')}`;
  });

describe('the code of an id', () => {
  it('stands for it and for no other', () => {
    fc.assert(
      fc.property(fc.oneof(newIds, oldIds), (id) => {
        expect(parseId(id)?.id).toBe(id);
        const code = codeOfId(id);
        expect(code >>> 0).toBe(code);
        expect(idOfCode(code)).toBe(id);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    // What is on disk stays readable.
    ['acc-phys/9107001', 384_001],
    ['supr-con/0703999', 12_449_999],
    ['0704.0001', 2 ** 24 + 300_001],
    ['2511.07317', 2 ** 24 + 22_607_317],
  ])('of %s is and remains %i', (id, code) => {
    expect(codeOfId(id)).toBe(code);
  });

  it('rises with time', () => {
    const inOrder = [
      'hep-th/9901001',
      'hep-th/9902001',
      'math/0703999',
      '0704.0001',
      '1412.9999',
      '1501.00001',
      '2511.07317',
    ];
    const codes = inOrder.map(codeOfId);
    expect(codes.toSorted((one, other) => one - other)).toEqual(codes);
  });
});
