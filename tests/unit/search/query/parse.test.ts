import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../lib/search/query/parse';
import { wordsOf } from '../../../../lib/search/query/query';
import { termsOf } from '../../../../lib/search/terms';
import { anyText } from './generated';

const conditionsOf = (text: string) => parseQuery(text).conditions.map(({ source }) => source);

describe('a query', () => {
  it.each<[string, string, string[]]>([
    ['', '', []],
    ['  flexible   data ', 'flexible data', []],
    ['"flow of data" olmo', 'olmo', ['"flow of data"']],
    ['“flow of data”', '', ['“flow of data”']],
    ['-survey', '', ['-survey']],
    ['reward -"large language" model', 'reward model', ['-"large language"']],
    ['state-of-the-art 5" disks', 'state-of-the-art 5" disks', []],
    ['A Survey - and -- more', 'A Survey - and -- more', []],
    ['author:liu olmo', 'olmo', ['author:liu']],
    ['Author:"Jiacheng Liu" olmo', 'olmo', ['Author:"Jiacheng Liu"']],
    ['author:“Jiacheng Liu”', '', ['author:“Jiacheng Liu”']],
    ['-tag:x -tag:"to cite"', '', ['-tag:x', '-tag:"to cite"']],
    [
      'year:2025 year:2023..2025 year:2023.. year:..2020',
      '',
      ['year:2025', 'year:2023..2025', 'year:2023..', 'year:..2020'],
    ],
    [
      'year:2025-03 saved:2025-03..2025-11 saved:..2025',
      '',
      ['year:2025-03', 'saved:2025-03..2025-11', 'saved:..2025'],
    ],
    ['cat:cs cat:cs.CL cat:cs. cat:cond-mat.mes-hall', '', ['cat:cs', 'cat:cs.CL', 'cat:cs.', 'cat:cond-mat.mes-hall']],
    ['is:saved is:unread IS:Starred', '', ['is:saved', 'is:unread', 'IS:Starred']],
    ['has:code has:note pack:bundled', '', ['has:code', 'has:note', 'pack:bundled']],
    ['"one"two"three"', 'two"three"', ['"one"']],
    ['tag:"a"tag:"b"', '', ['tag:"a"', 'tag:"b"']],
    ['"" "!?" - -! ""', '"" "!?" - -! ""', []],
    ['tag:a:b title:RLVE:', '', ['tag:a:b', 'title:RLVE:']],
    // What people mean as it stands.
    ['https://arxiv.org/abs/2511.07317', 'https://arxiv.org/abs/2511.07317', []],
    ['arXiv:2511.07317 doi:10.1000/182 DOI:10.1000/182', 'arXiv:2511.07317 doi:10.1000/182 DOI:10.1000/182', []],
    ['10:30 C++: std::vector C:\\papers x:y', '10:30 C++: std::vector C:\\papers x:y', []],
    ['RLVE: Scaling Up', 'RLVE: Scaling Up', []],
  ])('reads %s', (text, words, conditions) => {
    const query = parseQuery(text);
    expect([query.words, conditionsOf(text), query.problems]).toEqual([words, conditions, []]);
  });

  it.each<[string, string, string[]]>([
    ['foo:bar olmo', 'foo:bar olmo', ['There is no filter “foo:”; it was searched as words.']],
    ['-foo:"a b"', '-foo:"a b"', ['There is no filter “foo:”; it was searched as words.']],
    ['foo:1 foo:2', 'foo:1 foo:2', ['There is no filter “foo:”; it was searched as words.']],
    ['constructor:x', 'constructor:x', ['There is no filter “constructor:”; it was searched as words.']],
    ['автор:Лю', 'автор:Лю', ['There is no filter “автор:”; it was searched as words.']],
    ['year:abc', 'year:abc', ['“year:abc” was searched as words; try year:2023..2025.']],
    ['year:..', 'year:..', ['“year:..” was searched as words; try year:2023..2025.']],
    ['year:2025-13', 'year:2025-13', ['“year:2025-13” was searched as words; try year:2023..2025.']],
    ['saved:2025-3', 'saved:2025-3', ['“saved:2025-3” was searched as words; try saved:2025-11.']],
    ['year:20252026', 'year:20252026', ['“year:20252026” was searched as words; try year:2023..2025.']],
    ['author: liu', 'author: liu', ['“author:” was searched as words; try author:"Jiacheng Liu".']],
    ['tag:"" x', 'tag:"" x', ['“tag:""” was searched as words; try tag:"to cite".']],
    ['tag:"', 'tag:"', ['“tag:"” was searched as words; try tag:"to cite".']],
    ['is:toString', 'is:toString', ['“is:toString” was searched as words; try is:unread.']],
    ['has:tea', 'has:tea', ['“has:tea” was searched as words; try has:code.']],
    ['cat:cs/CL', 'cat:cs/CL', ['“cat:cs/CL” was searched as words; try cat:cs.CL.']],
    [
      `is:${'😀'.repeat(40)}`,
      `is:${'😀'.repeat(40)}`,
      [`“is:${'😀'.repeat(21)}…” was searched as words; try is:unread.`],
    ],
  ])('says what it did not understand in %s', (text, words, problems) => {
    const query = parseQuery(text);
    expect([query.words, conditionsOf(text), query.problems]).toEqual([words, [], problems]);
  });

  it.each<[string, string, string[]]>([
    ['"flow of data', '"flow of data', []],
    ['"flow author:liu', '"flow', ['author:liu']],
    ['-"flow', '-"flow', []],
    ['author:"Jiacheng Liu', 'author:"Jiacheng Liu', []],
    ['"one" "two', '"two', ['"one"']],
  ])('takes %s for words, because a quotation mark is open', (text, words, conditions) => {
    const query = parseQuery(text);
    expect([query.words, conditionsOf(text)]).toEqual([words, conditions]);
    expect(query.problems).toEqual(['A quotation mark is not closed; it was searched as words.']);
  });

  it('keeps every word that was typed, as one of its words or in a condition', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words } = parseQuery(text);
        const kept = [words, ...conditionsOf(text)].flatMap(termsOf);
        expect(kept.sort()).toEqual(text.split(/\s/u).flatMap(termsOf).sort());
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in a time that grows with its length', () => {
    const long = ['-a:', '"', 'tag:"', '- ', 'name-'].map((part) => part.repeat(200_000 / part.length));
    const started = performance.now();
    for (const text of long) parseQuery(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

it.each([
  ['olmo is:saved', 'olmo'],
  ['is:saved year:2025', ''],
  ['"flow of data" author:"Jiacheng Liu" -survey -title:x', '"flow of data" Jiacheng Liu'],
  ['foo:bar', 'foo:bar'],
])('of %s another search is told “%s”', (text, words) => {
  expect(wordsOf(parseQuery(text))).toBe(words);
});
