import * as fc from 'fast-check';
import type { Kept } from '../../../lib/exchange/format';
import type { PaperId } from '../../../lib/paper';
import { ids } from '../arxiv/generated';

/** Letters that formats trip over, among others: signs of TeX, quotes, accents, other scripts, pairs of surrogates. */
const letters = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcdefgABCDEFG 0123456789 ') },
  { weight: 3, arbitrary: fc.constantFrom(...'\\{}$&#^_~%"\'`,;:=+-@[]()<>|/*!?.\t\n') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...'éÖßøłıñçšőůẽǿựïαΩ×≤→“”–—…₂⁵мир漢字한عر😀👩‍🚀\u0301\u0323\u00A0\u200F\u2028'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }) },
);

/** What has a meaning of its own in one of the formats. */
const TEX = [
  '$\\alpha$-stable',
  '$x_{i}^2$',
  '$\\{a\\}$',
  '$\\{$',
  '$5%$',
  '$5 and $6',
  '\\emph{x}',
  '\\"{o}',
  '}',
  '{',
];
const LINES = ['\n@misc{key,\n title = {x}\n}', '\nER  - ', '\n TY  - JOUR', '\nAB - x', '\n\n', '\r\n', '\r', '\n# x'];
const SIGNS = ['<i>x</i>', '&amp;', ' and ', ' others ', ', ', '; ', '""', '=1+1', '@SUM', '[x](y)', '%41', "--''``"];
const phrases = fc.constantFrom(...TEX, ...LINES, ...SIGNS);

export const texts = fc
  .array(fc.oneof({ weight: 5, arbitrary: letters }, { weight: 1, arbitrary: phrases }), { maxLength: 40 })
  .map((parts) => parts.join(''));

const words = fc.constantFrom(...'Ana Jörg Łukasz J. R.R. Jean-Paul O’Neil 伟 Nguyễn Fatima Čapek Ünal X'.split(' '));
const particles = fc.constantFrom('', '', '', 'van', 'van der', 'de la', 'Van den', 'y', 'von und zu');
const suffixes = fc.constantFrom('', '', '', '', 'Jr.', 'III');
const people = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 3 }), particles, words, suffixes)
  .map(([given, ...rest]) => [...given, ...rest].filter(Boolean).join(' '));
const groups = fc.constantFrom(
  'ATLAS Collaboration',
  'Gemma Team',
  'Plato',
  'Smith and Sons Group',
  'Team, AI @ Meta',
  'others',
);

const days = fc
  .date({ min: new Date('1991-07-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** DOIs in all their signs. */
const dois = fc
  .tuple(
    fc.integer({ min: 1000, max: 99_999 }),
    fc.string({ unit: fc.constantFrom(...'aZ09-._;()/:<>#'), minLength: 1 }),
  )
  .map(([registrant, rest]) => `10.${registrant}/${rest}`);

/** Venues, of which none is a name of arXiv's. */
const venues = fc.oneof(
  fc.constantFrom('NeurIPS 2025 (Spotlight)', 'Phys. Rev. D 98, 030001 (2018)', 'J. ACM', 'Proc. of the X & Y'),
  texts.filter((text) => !/arxiv|corr|print/i.test(text)),
);

const categories = fc.constantFrom('cs.CL', 'math.GT', 'hep-th', 'cond-mat.str-el');
const versions = fc.integer({ min: 1, max: 40 });

const paperOf = (id: PaperId) =>
  fc.record(
    {
      id: fc.constant(id),
      title: texts,
      authors: fc.array(fc.oneof({ weight: 4, arbitrary: people }, groups, texts), { maxLength: 5 }),
      abstract: texts,
      category: categories,
      otherCategories: fc.uniqueArray(categories, { minLength: 1 }),
      published: days,
      updated: days,
      version: versions,
      venue: venues,
      doi: dois,
      comment: texts,
    },
    { requiredKeys: ['id', 'title', 'authors'] },
  );

const recordOf = (id: PaperId) =>
  fc.record(
    {
      id: fc.constant(id),
      state: fc.constantFrom('saved' as const, 'reading' as const, 'read' as const),
      savedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }),
      savedFrom: fc.constantFrom('arxiv.org', 'news.example'),
      isStarred: fc.constant(true as const),
      tags: fc.uniqueArray(texts, { minLength: 1, maxLength: 4 }),
      note: texts,
      seenVersion: versions,
    },
    { requiredKeys: ['id', 'state', 'savedAt'] },
  );

export const keptPapers: fc.Arbitrary<Kept> = ids.chain((id) =>
  fc.record({ paper: paperOf(id), record: recordOf(id) }, { requiredKeys: ['paper'] }),
);

/** A handful of papers, no two of one id. */
export const libraries = fc.uniqueArray(keptPapers, { selector: ({ paper }) => paper.id, minLength: 1, maxLength: 4 });
