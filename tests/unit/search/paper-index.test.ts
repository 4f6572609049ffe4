import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../lib/paper';
import { PaperIndex } from '../../../lib/search/paper-index';
import { foldTerm } from '../../../lib/search/fold';
import { bestOf } from './best-of';
import { queryTerms, termsOf, tokenize } from '../../../lib/search/terms';

const paper = (id: string, title: string, rest: Partial<Paper> = {}): Paper => ({ id, title, authors: [], ...rest });
const found = (index: PaperIndex, query: string) => bestOf(index, query).map(({ id }) => id);

const PAPERS = [
  paper('2512.13961', 'Olmo 3', { system: 'Olmo 3', authors: ['Allyson Ettinger'], words: ['32b', 'thinking'] }),
  paper('2604.03444', 'Olmo Hybrid: From Theory to Practice and Back', {
    system: 'Olmo Hybrid',
    words: ['3', 'recurrent'],
  }),
  paper('2511.07317', 'RLVE: Scaling Up Reinforcement Learning', {
    system: 'RLVE',
    words: ['verifiable', 'environments'],
  }),
  paper('2505.24302', 'Suivi des connaissances scientifiques', {
    authors: ['Éloïse Dürrenmatt'],
    summary: 'What a model knows.',
  }),
];

describe('a search', () => {
  const index = new PaperIndex(PAPERS);

  it.each<[string, string[]]>([
    ['olmo 3', ['2512.13961', '2604.03444']],
    ['olmo hyb', ['2604.03444']],
    ['rlv', ['2511.07317']],
    ['verif', ['2511.07317']],
    ['reinforcment lerning', ['2511.07317']],
    ['eloise durrenmatt', ['2505.24302']],
    ['the theory of practice', ['2604.03444']],
    ['what', ['2505.24302']],
    ['2511.07', ['2511.07317']],
    ['zzzz', []],
    ['', []],
    ['"!?', []],
  ])('for "%s"', (query, ids) => {
    expect(found(index, query)).toEqual(ids);
  });

  it('for words that no paper has together finds those that have some', () => {
    expect(found(index, 'recurrent verifiable')).toEqual(expect.arrayContaining(['2604.03444', '2511.07317']));
  });

  it('says which words of the paper met it', () => {
    expect(bestOf(index, 'learn')[0]?.terms).toEqual(['learning']);
  });
});

describe('the index', () => {
  it('knows a paper that was put, anew or changed, and not one that was removed', () => {
    const index = new PaperIndex([]);
    index.put(paper('2511.07317', 'Before'));
    index.put(paper('2511.07317', 'After'));
    expect([found(index, 'before'), found(index, 'after')]).toEqual([[], ['2511.07317']]);
    index.remove('2511.07317');
    index.remove('2511.07317');
    expect(found(index, 'after')).toEqual([]);
  });

  it('finds for every prefix of a word just the papers that have such a word', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 2, maxLength: 6 });
    const titles = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(titles, word, (papers, prefix) => {
        const index = new PaperIndex(papers.map((words, at) => paper(`2511.${10_000 + at}`, words.join(' '))));
        const [term = ''] = queryTerms(prefix);
        const naive = papers.flatMap((words, at) =>
          words.some((own) => foldTerm(own).startsWith(term)) ? [`2511.${10_000 + at}`] : [],
        );
        // Where no word begins so, typos are forgiven, which the naive search does not.
        fc.pre(naive.length > 0);
        expect(found(index, prefix).sort()).toEqual(naive);
      }),
    );
  });
});

describe('terms', () => {
  it('are folded as they are indexed', () => {
    expect(tokenize('State-of-the-art: Großé, 32B').map(foldTerm)).toEqual([
      'state',
      'of',
      'the',
      'art',
      'große',
      '32b',
    ]);
  });

  it.each([
    ['Großé', ['große']],
    ['Poincar´e', ['poincare']],
    ['´ ῍ \u0301', []],
    ['ﬁle №5', ['file', 'no5']],
  ])('of “%s” have no accents', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it('of a query leave stop words out unless there is nothing else', () => {
    expect(queryTerms('the flow of data')).toEqual(['flow', 'data']);
    expect(queryTerms('the of')).toEqual(['the', 'of']);
  });
});
