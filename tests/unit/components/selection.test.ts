import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { allOf, extended, NOTHING, type Selection, toggled } from '../../../components/library/selection';

const LIST = ['a', 'b', 'c', 'd', 'e'];
const selected = ({ ids }: Selection) => [...ids].sort().join('');

it('a paper is selected and taken out again', () => {
  expect(selected(toggled(NOTHING, 'b'))).toBe('b');
  expect(selected(toggled(toggled(NOTHING, 'b'), 'b'))).toBe('');
});

it('a selection is extended from the last paper that was pointed at, in both directions', () => {
  const from = toggled(toggled(NOTHING, 'a'), 'd');
  expect(selected(extended(from, LIST, 'b'))).toBe('abcd');
  expect(selected(extended(from, LIST, 'e'))).toBe('ade');
  expect(selected(extended(extended(from, LIST, 'b'), LIST, 'e'))).toBe('abcde');
});

it('without one in the list, a selection is extended by the paper alone', () => {
  expect(selected(extended(toggled(NOTHING, 'gone'), LIST, 'b'))).toBe('bgone');
});

it('all are selected, and none', () => {
  expect(selected(allOf(toggled(NOTHING, 'b'), LIST))).toBe('abcde');
  expect(selected(allOf(allOf(NOTHING, LIST), LIST))).toBe('');
});

it('toggled twice, every selection is as it was', () => {
  fc.assert(
    fc.property(fc.subarray(LIST), fc.constantFrom(...LIST), (ids, id) => {
      const selection = { ids: new Set(ids) };
      expect(selected(toggled(toggled(selection, id), id))).toBe(selected(selection));
    }),
  );
});
