import * as fc from 'fast-check';
import type { Exporter, Importer, Item, Kept } from '../../../lib/exchange/format';
import type { LibraryRecord, Paper } from '../../../lib/paper';
import { ids } from '../arxiv/generated';

/** Letters that formats trip over, among others: signs of TeX, quotes, accents, other scripts, pairs of surrogates. */
const letter = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcdefgABCDEFG 0123456789 ') },
  { weight: 3, arbitrary: fc.constantFrom(...'\\{}$&#^_~%"\'`,;:=+-@[]()<>|/*!?.\t\n') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...'éÖßøłıñçšőůẽǿựαΩ×≤→“”–—…₂⁵мир漢字한글عربי😀👩‍🚀\u0301\u0323\u00A0\u200F\u2028'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }) },
);

/** What has a meaning of its own in one of the formats. */
const phrase = fc.constantFrom(
  '$\\alpha$-stable',
  '$x_{i}^2$',
  '$\\{a\\}$',
  '$\\{$',
  '$5%$',
  '\\emph{x}',
  '\\"{o}',
  '{\\"o}',
  '\\',
  '}',
  '{',
  '--',
  "''",
  '@misc{key,',
  '\n@misc{key,\n title = {x}\n}',
  '\nER  - ',
  '\n TY  - JOUR',
  '\nAB - x',
  '\n\n',
  '\r\n',
  '<i>x</i>',
  '&amp;',
  ' and ',
  ', ',
  '; ',
  '"',
  '""',
  '=1+1',
  '@SUM',
  '[x](y)',
  'arXiv:2301.00001',
  '%41',
  '# x',
);

export const texts = fc
  .array(fc.oneof({ weight: 4, arbitrary: letter }, { weight: 1, arbitrary: phrase }), { maxLength: 60 })
  .map((parts) => parts.join(''));
