import { expect, it } from 'vitest';
import { completionsOf, proposedName, requestOf } from '../../../../components/packs/harvest-request';

const written = (categories: string, from = '', to = '') => ({ categories, from, to });

it.each([
  [written('cs.CL'), { categories: ['cs.CL'] }],
  [written(' cs.CL, math.CO;stat cs.CL,'), { categories: ['cs.CL', 'math.CO', 'stat'] }],
  [written('cs.CL', '2020', '2025'), { categories: ['cs.CL'], years: { from: 2020, to: 2025 } }],
  [written('cs.CL', '2020'), { categories: ['cs.CL'], years: { from: 2020, to: 9999 } }],
  [written('cs.CL', '', '2020'), { categories: ['cs.CL'], years: { from: 1991, to: 2020 } }],
])('%j asks for %j', (text, request) => {
  expect(requestOf(text)).toEqual(request);
});

it.each([
  [written(''), ''],
  [written('', '2020'), ''],
  [written('cs.CL'), 'cs.CL'],
  [written('cs.CL stat.ML', '2020', '2025'), 'cs.CL, stat.ML, 2020 to 2025'],
  [written('aa.BB '.repeat(3) + 'x'.repeat(80)), `aa.BB, ${'x'.repeat(53)}`],
])('%j proposes “%s”', (text, name) => {
  expect(proposedName(text)).toBe(name);
});

it.each([
  ['', ['cs.CL', 'math.CO', 'stat']],
  ['c', ['cs.CL', 'math.CO', 'stat']],
  ['cs.CL, ma', ['cs.CL, math.CO', 'cs.CL, stat']],
  ['cs.CL stat ', ['cs.CL stat math.CO']],
])('“%s” may become one of %j', (text, completions) => {
  expect(completionsOf(text, ['cs.CL', 'math.CO', 'stat'])).toEqual(completions);
});
