import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choice,
  filtersIn,
  valuesIn,
  withFilter,
  withoutFilter,
  withoutValues,
} from '../../../../lib/search/query/edit';
import { parseQuery } from '../../../../lib/search/query/parse';
import { anyText } from './generated';

const tag = (value: string): Choice => ({ name: 'tag', value });
const sources = (text: string) => parseQuery(text).conditions.map(({ source }) => source);

it.each<[string, Choice, string]>([
  ['', tag('x'), 'tag:x '],
  ['batch size', tag('to cite'), 'tag:"to cite" batch size'],
  ['batch  size ', { name: 'year', value: '2025' }, 'year:2025 batch  size '],
  ['"batch si', tag('x'), 'tag:x "batch si'],
  ['-tag:x', tag('x'), 'tag:x -tag:x'],
  ['', tag(' say  "hi" '), 'tag:"say hi" '],
  ['olmo TAG:“To Cite”', tag('to cite'), 'olmo TAG:“To Cite”'],
  ['tag:´', tag('\u0301'), 'tag:\u0301 tag:´'],
])('a filter is added to “%s”', (text, choice, expected) => {
  expect(withFilter(text, choice)).toBe(expected);
});

it.each<[string, Choice, string]>([
  ['tag:x', tag('x'), ''],
  ['batch tag:x size', tag('x'), 'batch size'],
  ['batch  tag:"x"  size ', tag('X'), 'batch   size '],
  ['batch tag:x', tag('x'), 'batch'],
  ['tag:x batch tag:"x" tag:xy', tag('x'), 'batch tag:xy'],
  ['"batch"tag:x"size"', tag('x"size"'), '"batch"'],
  ['batch tag:"x"size', tag('x'), 'batch size'],
  ['-tag:x "tag:x" tag:"x', tag('x'), '-tag:x "tag:x" tag:"x'],
  ['tag:Éloïse', tag('eloise'), ''],
  ['tag:῍ tag:´', tag('῍'), 'tag:´'],
])('a filter is taken out of “%s”', (text, choice, expected) => {
  expect(withoutFilter(text, choice)).toBe(expected);
});

it.each<[string, string[], string]>([
  ['year:2025 olmo YEAR:"2023..2024" -year:2020', ['2025', '2023..2024'], 'olmo -year:2020'],
  ['"year:2025" year:"2025', [], '"year:2025" year:"2025'],
])('all values of a filter are taken out of “%s”', (text, values, expected) => {
  expect(valuesIn(text, 'year')).toEqual(values);
  expect(withoutValues(text, 'year')).toBe(expected);
});

describe('whatever is typed', () => {
  const value = fc
    .oneof(
      fc.constantFrom('x', 'to cite', 'Éloïse', 'say "hi"', 'a:b', '-x', '  "', 'x\t\u0301y', '῍', '＂'),
      fc.string({ unit: 'binary' }),
    )
    // Neither quotation marks nor white space around a value can be written.
    .filter((text) => /[^"“”„\s]/u.test(text));
  const choices = value.map(tag);

  it('a filter that is added and taken out leaves it as it was', () => {
    fc.assert(
      fc.property(anyText, choices, (text, choice) => {
        fc.pre(!filtersIn(text)(choice));
        const added = withFilter(text, choice);
        expect(filtersIn(added)(choice)).toBe(true);
        expect(withFilter(added, choice)).toBe(added);
        expect(withoutFilter(added, choice)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('a filter that is added is one more condition, and all else means what it meant', () => {
    fc.assert(
      fc.property(anyText, choices, (text, choice) => {
        fc.pre(!filtersIn(text)(choice));
        const [before, after] = [parseQuery(text), parseQuery(withFilter(text, choice))];
        expect([after.words, after.problems]).toEqual([before.words, before.problems]);
        expect(after.conditions.slice(1).map(({ source }) => source)).toEqual(sources(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('a filter that is taken out takes nothing with it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            anyText,
            choices.map((choice) => withFilter('', choice)),
          ),
        ),
        choices,
        (parts, choice) => {
          const text = [...parts, withFilter('', choice), ...parts].join('');
          const without = withoutFilter(text, choice);
          expect(filtersIn(without)(choice)).toBe(false);
          const isOther = (source: string) => !filtersIn(source)(choice);
          expect(sources(without)).toEqual(sources(text).filter(isOther));
          expect(parseQuery(without).words).toBe(parseQuery(text).words);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
