import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LibraryRecord, Paper } from '../../../../lib/paper';
import type { Candidate } from '../../../../lib/search/query/candidate';
import { withFilter } from '../../../../lib/search/query/edit';
import { FILTERS } from '../../../../lib/search/query/filters';
import { parseQuery } from '../../../../lib/search/query/parse';
import { matches, termsMet } from '../../../../lib/search/query/query';
import { anyText } from './generated';

const FULL: Candidate = {
  paper: {
    id: '2511.07317',
    title: 'Les Rêves d’Icare: On the Flow of Data',
    otherTitles: ['Icarus Dreams'],
    system: 'Olmo 3',
    authors: ['Éloïse Dürrenmatt', 'Noah A. Smith', 'Jiacheng Liu'],
    summary: 'State-of-the-art models, said to be the best.',
    abstract: 'We present the first study — of many.',
    words: ['recurrent', 'verifiable'],
    category: 'cs.CL',
    otherCategories: ['math-ph', 'cond-mat.mes-hall'],
    published: '2024-02-29',
    venue: 'NeurIPS 2025 (Oral)',
    links: { code: 'https://example.org' },
  },
  record: {
    id: '2511.07317',
    state: 'reading',
    savedAt: new Date(2025, 10, 30, 23, 59).getTime(),
    isStarred: true,
    tags: ['To Cite', 'c++'],
    note: 'Read.',
  },
  packs: ['bundled', 'My Pack'],
};
const BARE: Candidate = { paper: { id: '2601.00001', title: '2601.00001', authors: [] }, packs: [] };

describe('a paper of which much is known', () => {
  it.each([
    '"flow of data" "FLOW OF" "icarus dreams" "olmo 3" "reves d icare" "first study of" "2511.07317" "state of the art"',
    '"Éloïse" "eloise durrenmatt" "the best" "(oral)" -"recurrent"',
    '-"data flow" -"flow data" -"icare on the first" -flo -dat -"smith jiacheng" -tea',
    'author:liu author:"Jiacheng Liu" author:"liu jia" author:"noah smith" author:ELOI author:dürr',
    '-author:iu -author:"noah liu" -author:"jia liu x" -author:"noa smith"',
    'title:flow title:"data fl" title:icarus -title:olmo -title:"fl data" -title:"icarus flow"',
    'venue:neurips venue:"neurips 2025" venue:2025 venue:oral -venue:icml',
    'year:2024 year:2023..2025 year:2024..2024 year:2025..2023 year:2024.. year:..2024 -year:2025 -year:..2023 -year:2025..',
    'year:2024-02 year:2023..2024-02 year:2024-02.. year:2024-03..2024-01 year:2024-02..2024 year:2024..2023-12',
    '-year:2024-01 -year:..2024-01 -year:2024-03.. -year:2025..2024-03 saved:2025 saved:2025-11 saved:2025-11..',
    '-saved:2025-10 -saved:2024 -saved:2025-12..',
    'cat:cs cat:CS.cl cat:cs. cat:math-ph cat:cond-mat cat:cond-mat.mes-hall -cat:cs.C -cat:math -cat:c -cat:mes-hall',
    'tag:"to cite" tag:“TO  CITE” tag:c++ -tag:to -tag:c -tag:cite',
    'is:saved is:unread is:reading is:starred -is:read',
    'has:code has:note pack:bundled pack:"my pack" -pack:my',
  ])('meets %s', (text) => {
    const query = parseQuery(text);
    expect([query.words, query.problems]).toEqual(['', []]);
    for (const condition of query.conditions) {
      expect([condition.source, condition.isMetBy(FULL)]).toEqual([condition.source, !condition.isNegated]);
    }
    expect(matches(query, FULL)).toBe(true);
    expect(matches(parseQuery(`${text} -is:saved`), FULL)).toBe(false);
  });
});

it('of an abstract that is not known its words are looked at one by one', () => {
  const { abstract: _, ...paper } = FULL.paper;
  expect(matches(parseQuery('"recurrent" "verifiable" -"recurrent verifiable" -"first study"'), { paper })).toBe(true);
});

it('a paper of which no more than its id is known meets no filter, and a phrase of its id', () => {
  const filters = parseQuery(FILTERS.map(({ example }) => example).join(' ')).conditions;
  expect(filters).toHaveLength(FILTERS.length);
  expect(filters.filter(({ isMetBy }) => isMetBy(BARE))).toEqual([]);
  expect(matches(parseQuery('"2601.00001" -word -tag:x -is:saved'), BARE)).toBe(true);
});

it.each<[LibraryRecord['state'], string[]]>([
  ['saved', ['is:saved', 'is:unread']],
  ['reading', ['is:saved', 'is:unread', 'is:reading']],
  ['read', ['is:saved', 'is:read']],
])('a kept paper in the state %s is what it is', (state, expected) => {
  const { paper } = BARE;
  const candidate = { paper, record: { id: paper.id, state, savedAt: 1, note: ' ' }, packs: [] };
  const all = ['is:saved', 'is:unread', 'is:reading', 'is:read', 'is:starred', 'has:note'];
  expect(all.filter((text) => matches(parseQuery(text), candidate))).toEqual(expected);
});

it.each<[string, string[]]>([
  ['author:"eloise dürr"', ['eloise', 'durrenmatt']],
  ['author:s', ['smith']],
  ['title:"icare fl"', ['icare', 'flow']],
  ['"on the flow of data"', ['flow', 'data']],
  ['"of the"', ['of', 'the']],
  ['venue:neurips', ['neurips']],
  ['-author:x year:2024 tag:c++ is:saved', []],
])('by %s the terms %s are met', (text, terms) => {
  expect(termsMet(parseQuery(text), FULL)).toEqual(terms);
});

/** Written otherwise than the filters are: whole words and beginnings are compared as a dictionary compares them. */
const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
const wordsIn = (text: string) => text.split(/[ -]/);
const begins = (word: string, start: string) => compare(word.slice(0, start.length), start) === 0;
const hasWords = (text: string, asked: string[]) =>
  asked.every((each, at) =>
    wordsIn(text).some((word) => (at === asked.length - 1 ? begins(word, each) : compare(word, each) === 0)),
  );
const hasPhrase = (text: string, asked: string[]) =>
  wordsIn(text).some((_, at, all) => asked.every((each, ahead) => compare(all[at + ahead] ?? '', each) === 0));
const textsOf = ({ title, authors, venue = '', summary = '', abstract, words = [] }: Paper) => [
  title,
  ...authors,
  venue,
  summary,
  ...(abstract === undefined ? words : [abstract]),
];

const isBetween = (text: string, one: string, other: string) => [one, text, other].sort()[1] === text;

type Oracle = (candidate: Candidate) => boolean;

const WORD = fc.constantFrom('a', 'ab', 'abc', 'É', 'éa', 'Data', 'data', 'of');
const WORDS = fc.array(WORD, { minLength: 1, maxLength: 3 });
const TEXT = fc.array(WORD, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const YEAR = fc.integer({ min: 2018, max: 2023 });
const MONTH = fc
  .tuple(YEAR, fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
const CATEGORY = fc.constantFrom('cs', 'cs.CL', 'cs.LG', 'math', 'math-ph', 'math.CO');
const PACK = fc.constantFrom('one', 'two words');

const CANDIDATE: fc.Arbitrary<Candidate> = fc.record({
  paper: fc.record(
    {
      id: fc.constant('2511.07317'),
      title: TEXT,
      authors: fc.array(TEXT, { maxLength: 3 }),
      venue: TEXT,
      summary: TEXT,
      abstract: TEXT,
      words: fc.array(fc.constantFrom('a', 'ab', 'ea')),
      category: CATEGORY,
      otherCategories: fc.array(CATEGORY),
      published: MONTH.map((month) => `${month}-28`),
    },
    { requiredKeys: ['id', 'title', 'authors'] },
  ),
  record: fc.option(
    fc.record(
      {
        id: fc.constant('2511.07317'),
        state: fc.constantFrom('saved', 'reading', 'read'),
        savedAt: fc.nat(),
        isStarred: fc.constant(true),
        tags: fc.array(TEXT),
        note: fc.constantFrom('', ' ', 'x'),
      },
      { requiredKeys: ['id', 'state', 'savedAt'] },
    ),
    { nil: undefined },
  ),
  packs: fc.uniqueArray(PACK),
});

/** Conditions as they are typed, and what each of them asks for. */
const CONDITION: fc.Arbitrary<{ typed: string; oracle: Oracle }> = fc.oneof(
  WORDS.map((asked) => ({
    typed: `"${asked.join(' ')}"`,
    oracle: ({ paper }: Candidate) => textsOf(paper).some((text) => hasPhrase(text, asked)),
  })),
  WORDS.map((asked) => ({
    typed: `author:"${asked.join(' ')}"`,
    oracle: ({ paper }: Candidate) => paper.authors.some((name) => hasWords(name, asked)),
  })),
  WORDS.map((asked) => ({
    typed: `Title:"${asked.join('-')}"`,
    oracle: ({ paper }: Candidate) => hasWords(paper.title, asked),
  })),
  WORD.map((word) => ({
    typed: `venue:${word}`,
    oracle: ({ paper }: Candidate) => paper.venue !== undefined && hasWords(paper.venue, [word]),
  })),
  TEXT.map((tag) => ({
    typed: `tag:"${tag}"`,
    oracle: ({ record }: Candidate) => record?.tags?.some((own) => compare(own, tag) === 0) === true,
  })),
  fc.tuple(MONTH, MONTH).map(([from, to]) => ({
    typed: `year:${from}..${to}`,
    oracle: ({ paper: { published = '' } }: Candidate) =>
      published !== '' && isBetween(published.slice(0, 7), from, to),
  })),
  fc.tuple(YEAR, YEAR).map(([from, to]) => ({
    typed: `year:${from}..${to}`,
    oracle: ({ paper }: Candidate) => {
      const year = Number(paper.published?.slice(0, 4));
      return year >= Math.min(from, to) && year <= Math.max(from, to);
    },
  })),
  CATEGORY.map((asked) => ({
    typed: `cat:${asked}`,
    oracle: ({ paper: { category = '', otherCategories = [] } }: Candidate) =>
      [category, ...otherCategories].some((own) => own === asked || own.split('.')[0] === asked),
  })),
  fc.constantFrom(
    { typed: 'is:saved', oracle: ({ record }: Candidate) => record !== undefined },
    { typed: 'is:unread', oracle: ({ record }: Candidate) => record?.state === 'saved' || record?.state === 'reading' },
    { typed: 'is:starred', oracle: ({ record }: Candidate) => record?.isStarred === true },
    { typed: 'has:note', oracle: ({ record }: Candidate) => record?.note === 'x' },
  ),
  PACK.map((name) => ({ typed: `pack:"${name}"`, oracle: ({ packs = [] }: Candidate) => packs.includes(name) })),
);

it('a paper matches just where a slow look at it says so', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), CONDITION), { maxLength: 3 }), CANDIDATE, (conditions, candidate) => {
      const text = conditions.map(([isNegated, { typed }]) => `${isNegated ? '-' : ''}${typed}`).join(' ');
      const naive = conditions.every(([isNegated, { oracle }]) => oracle(candidate) !== isNegated);
      expect([text, matches(parseQuery(text), candidate)]).toEqual([text, naive]);
    }),
    { numRuns: 5000 },
  );
});

it('a paper is found by each of its own values, as they are offered', () => {
  fc.assert(
    fc.property(CANDIDATE, (candidate) => {
      for (const { name, valuesOf } of FILTERS) {
        for (const value of valuesOf(candidate)) {
          const query = parseQuery(withFilter('', { name, value }));
          expect([name, value, query.conditions.length, matches(query, candidate)]).toEqual([name, value, 1, true]);
        }
      }
    }),
  );
});

it('no query fails on any paper', () => {
  fc.assert(
    fc.property(anyText, CANDIDATE, (text, candidate) => {
      const query = parseQuery(text);
      expect(matches(query, candidate)).toBeTypeOf('boolean');
      for (const term of termsMet(query, candidate)) expect(term).not.toBe('');
    }),
  );
});
