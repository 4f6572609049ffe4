import * as fc from 'fast-check';

/** Whatever a query may be made of, among it what is meant to lead a reader of queries astray. */
const FRAGMENT = fc.oneof(
  fc.constantFrom(
    'olmo',
    'Éloïse',
    'C++:',
    '10:30',
    'arXiv:2511.07317',
    'https://arxiv.org/abs/2511.07317v2',
    '❤️',
    'שלום',
  ),
  fc.constantFrom('author:', 'TAG:', 'year:', 'cat:', 'is:', 'foo:', '__proto__:', 'constructor:'),
  fc.constantFrom('2023..2025', '..', 'saved', 'cs.CL', 'toString', 'hasOwnProperty'),
  fc.constantFrom(
    '"',
    '"',
    '“',
    '”',
    '-',
    '--',
    ':',
    ' ',
    ' ',
    '\t',
    '\u00A0',
    '\n',
    '\0',
    '\uFEFF',
    '\uD83D',
    '\uDE00',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

/** The text of a box, whatever it is. */
export const anyText = fc.array(FRAGMENT, { maxLength: 14 }).map((fragments) => fragments.join(''));
