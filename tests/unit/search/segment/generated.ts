import * as fc from 'fast-check';
import type { Paper, PaperId } from '../../../../lib/paper';

/** Few words, many of them alike, so that they stand for one another. */
const WORDS =
  'data date dates database databases datum flow flows flaw flower of the x 3 32b 2025 DATA reward rewards reword ' +
  'learning learnings yearning reinforcement reinforcment Élan elan Großé grosse naïve naive 日本 日本語 שלום ﬁle ❤️';

/** Nothing that a person would type, and yet it may come. */
const ODD = ['´', '\u0001', '\u0001cat', '\0', '\ud83d', '\uffff', 'cat:', '"', '--', '\n'];

/** Words that would pass for the values of filters if nobody looked into them. */
const PASSING = ['\nyear:2024', '\ncat:cs.CL', '\nhas:code'];

export const word = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...WORDS.split(' ')) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ', ', '-', '. ')), { maxLength: 9 })
  .map((words) => words.flat().join('').trim());
/** More words than an author has, as a title may have. */
const longText = fc.array(word, { minLength: 17, maxLength: 40 }).map((words) => words.join(' '));
const name = fc.array(fc.constantFrom('Jia', 'Jiacheng', 'Liu', 'Noah', 'A.', 'Smith', 'Éloïse', 'data'), {
  minLength: 1,
  maxLength: 3,
});

export const CATEGORIES = ['cs.CL', 'cs.LG', 'math-ph', 'cond-mat.mes-hall'];
const DAYS = ['2023-12-31', '2024-01-01', '2024-02-29', '2025-11-20'];

/** Few papers, so that they meet again in other segments and packs. */
export const IDS: readonly PaperId[] = [
  'hep-th/9901001',
  'math/0702001',
  '0704.0001',
  '1501.00001',
  '2511.07317',
  ...Array.from({ length: 9 }, (_, at) => `2512.1000${at}`),
];

/** What may be known of a paper: its abstract, or in the place of that its words. */
const facts = fc.record(
  {
    title: text,
    system: fc.constantFrom('Olmo 3', 'Reword', 'DATA'),
    otherTitles: fc.array(fc.oneof({ weight: 3, arbitrary: text }, longText), { maxLength: 3 }),
    authors: fc.array(
      name.map((names) => names.join(' ')),
      { maxLength: 4 },
    ),
    venue: fc.constantFrom('NeurIPS 2025 (Oral)', 'Journal of Data, 3'),
    summary: text,
    category: fc.constantFrom(...CATEGORIES),
    otherCategories: fc.array(fc.constantFrom(...CATEGORIES), { maxLength: 2 }),
    published: fc.constantFrom(...DAYS),
    links: fc.constantFrom({ code: 'https://example.org' }, { demo: 'https://example.org' }),
  },
  { requiredKeys: ['title', 'authors'] },
);
const body = fc.oneof(
  fc.record({ abstract: text }),
  fc.record({ words: fc.uniqueArray(fc.oneof({ weight: 9, arbitrary: word }, fc.constantFrom(...PASSING))) }),
  fc.constant({}),
);

/** Papers, each id once. */
export const papers: fc.Arbitrary<Paper[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...IDS), facts, body), { maxLength: 8, selector: ([id]) => id })
  .map((all) => all.map(([id, known, more]) => ({ id, ...known, ...more })));

/** A word as it may be typed: the beginning of it, or with some letters wrong. */
const typed = fc
  .tuple(word, fc.nat(12), fc.constantFrom('as it is', 'begun', 'wrong', 'too many', 'left out'))
  .map(([whole, at, how]) => {
    const [before, after] = [whole.slice(0, at % whole.length), whole.slice((at % whole.length) + 1)];
    if (how === 'begun') return whole.slice(0, 1 + (at % whole.length));
    if (how === 'wrong') return `${before}e${after}`;
    if (how === 'too many') return `${whole.slice(0, at % whole.length)}a${whole.slice(at % whole.length)}`;
    return how === 'left out' ? before + after : whole;
  });
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => each.join(' '));
const FILTERS =
  'year:2024 year:2023..2024-01 cat:cs cat:cs.CL cat:math has:code has:note tag:data is:saved saved:2025 pack:one ' +
  'pack:two pack:none venue:neurips venue:jour author:jia author:data';
const names = name.map((each) => `author:"${each.join(' ')}"`);

const piece = fc.oneof(
  { weight: 4, arbitrary: typed },
  { weight: 2, arbitrary: words.map((each) => `"${each}"`) },
  { weight: 1, arbitrary: words.map((each) => `title:"${each}"`) },
  { weight: 2, arbitrary: fc.constantFrom(...FILTERS.split(' ')) },
  { weight: 1, arbitrary: names },
);

/** What somebody may ask for. */
export const queryText = fc
  .array(fc.tuple(fc.boolean(), fc.boolean(), piece), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.map(([one, other, source]) => (one && other ? `-${source}` : source)).join(' '));
