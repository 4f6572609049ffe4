import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchAnswer, SearchResult } from '../../../lib/answers';
import { defaultOf, PLAIN, STYLED, suggestionOf } from '../../../lib/background/suggestions';

const result = (title: string, terms: string[] = [], authors = ['Ann A', 'Bo B', 'Cy C']): SearchResult => ({
  paper: { id: '2512.13961', title, authors, published: '2025-12-15' },
  state: 'indexed',
  terms,
});

describe('a suggestion', () => {
  it('leads to the paper, and marks what was met', () => {
    expect(suggestionOf(result('Open Models', ['open']), STYLED)).toEqual({
      content: 'https://arxiv.org/abs/2512.13961',
      description: '<match>Open</match> Models<dim> Ann A and 2 more · 2025</dim>',
    });
  });

  it('is without markup where it is read as it is', () => {
    expect(suggestionOf(result('Q&A <fast>', ['fast'], ['Ann A']), PLAIN).description).toBe('Q&A <fast> Ann A · 2025');
  });

  it('escapes what XML would take for its own', () => {
    const { description } = suggestionOf(result(`<b>R&D</b> "x" 'y'`, [], []), STYLED);
    expect(description).toBe('&lt;b&gt;R&amp;D&lt;/b&gt; &quot;x&quot; &apos;y&apos;<dim> 2025</dim>');
  });

  it('of a paper of which only the id is known says the id', () => {
    const bare = { ...result(''), paper: { id: '2601.00001', title: '2601.00001', authors: [] } };
    expect(suggestionOf(bare, PLAIN).description).toBe('arXiv:2601.00001');
  });

  it('is XML of whole tags whatever the title', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(fc.string({ maxLength: 5 })), fc.array(text), (title, terms, authors) => {
        const { description } = suggestionOf(result(title, terms, authors), STYLED);
        const words = description.replace(/<(match|dim)>([^<>]*)<\/\1>/g, '$2');
        expect(words).not.toMatch(/[<>"'\0\uFFFF]|\p{Cs}|&(?!(?:amp|lt|gt|quot|apos);)/u);
      }),
    );
  });
});

describe('the first line', () => {
  const answer: SearchAnswer = {
    query: 'olmo year:2025',
    total: 12,
    results: [result('Olmo 3')],
    understood: ['“olmo”', 'year:2025'],
    problems: [],
    elsewhere: 'olmo',
  };

  it.each<[string, Partial<SearchAnswer>, string]>([
    ['what was understood', {}, '“olmo” and year:2025 The best 1 of 12 papers'],
    ['what was not', { problems: ['foo: is no filter.'] }, 'foo: is no filter.'],
    ['that nothing was found', { total: 0, results: [] }, 'No paper found for “olmo” and year:2025.'],
    [
      'that a paper is not known',
      { total: 0, results: [], unknown: '2601.00001' },
      'arXiv:2601.00001 is not in your library, nor among the papers that Manicule knows.',
    ],
  ])('says %s', (_, part, text) => {
    expect(defaultOf({ ...answer, ...part }, PLAIN)).toBe(text);
  });

  it('is escaped too', () => {
    expect(defaultOf({ ...answer, problems: ['“<b>” is & "no" filter.'] }, STYLED)).toBe(
      '“&lt;b&gt;” is &amp; &quot;no&quot; filter.',
    );
  });
});
