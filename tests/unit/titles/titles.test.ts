import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTitles } from '../../../lib/titles/compile';
import { Titles } from '../../../lib/titles/titles';
import papers from '../../../seeds/papers.json';

const OLMOTRACE = 'OLMoTrace: Tracing Language Model Outputs Back to Trillions of Training Tokens';
const SHORT = 'Olmo 3';

const titles = new Titles(compileTitles(papers));

/** The same question, asked slowly: the letters of one text within those of another. */
const lettersOf = (text: string) =>
  [...text]
    .map((sign) => sign.normalize('NFKD').toLowerCase().charAt(0))
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .join('');
const holds = (text: string, title: string) => lettersOf(text).includes(lettersOf(title));

describe('a title is found', () => {
  it.each([
    ['as it is', OLMOTRACE],
    ['in capitals', OLMOTRACE.toUpperCase()],
    ['without its colon', OLMOTRACE.replace(':', '')],
    ['with a dash in the place of its colon', OLMOTRACE.replace(':', ' –')],
    ['over lines', OLMOTRACE.replaceAll(' ', '\n      ')],
    ['with spaces that do not break', OLMOTRACE.replaceAll(' ', '\u00A0')],
    ['with soft hyphens', OLMOTRACE.replaceAll('a', 'a\u00AD')],
    ['hyphenated at the end of a line', OLMOTRACE.replace('Language', 'Lan-\nguage')],
    ['with BibTeX’s braces', '{OLM}o{T}race: Tracing Language Model Outputs Back to Trillions of Training Tokens'],
    ['in quotes', `“${OLMOTRACE},”`],
    ['with accents that nobody asked for', OLMOTRACE.replace('Tracing', 'Trácîng')],
    ['with accents as signs of their own', OLMOTRACE.replace('Tracing', 'Tra\u0301cing')],
    ['glued to what stands beside it', `2025${OLMOTRACE}Jiacheng Liu`],
    ['in the middle of a text', `Liu et al. ${OLMOTRACE}. ACL 2025.`],
  ])('%s', (_, text) => {
    expect(titles.in(text).map(({ id }) => id)).toEqual(['2504.07096']);
  });

  it('where it stands, from its first letter to its last', () => {
    const text = `“Olmo 3”, and (OLMO-3).`;
    expect(titles.in(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Olmo 3', 'OLMO-3']);
  });

  it('for every bundled paper', () => {
    for (const { id, title } of papers) expect(titles.in(`x ${title} x`).map((found) => found.id)).toContain(id);
  });

  it('and known for short where it has fewer than four words', () => {
    expect(titles.in(SHORT)).toMatchObject([{ isShort: true }]);
    expect(titles.in(OLMOTRACE)).toMatchObject([{ isShort: false }]);
  });
});

describe('a title is not found', () => {
  it.each([
    ['with a word left out', OLMOTRACE.replace('Back ', '')],
    ['with a letter changed', OLMOTRACE.replace('Trillions', 'Trillionz')],
    ['cut off', OLMOTRACE.slice(0, -1)],
    ['with words in another order', OLMOTRACE.replace('Language Model', 'Model Language')],
    ['in no text', ''],
  ])('%s', (_, text) => {
    expect(titles.in(text)).toEqual([]);
  });
});

describe('titles with TeX', () => {
  it.each([
    [String.raw`On the $\alpha$-stability of $\mathcal{O}(n)$ models`, 'On the α-stability of O(n) models'],
    [
      String.raw`On the $\alpha$-stability of $\mathcal{O}(n)$ models`,
      String.raw`On the $\alpha$-stability of $\mathcal{O}(n)$ models`,
    ],
    [String.raw`Erd\H{o}s, R\'enyi and \emph{random graphs}`, String.raw`Erd\H{o}s, R\'enyi and \emph{random graphs}`],
    [String.raw`Sch\"{o}dinger bridges over graphs`, 'Schödinger bridges over graphs'],
    [String.raw`\textbf{Bold} claims and their proofs`, 'Bold claims and their proofs'],
    [String.raw`The $\varepsilon$-net theorem revisited`, 'The ε-net theorem revisited'],
  ])('%s: %s', (title, text) => {
    expect(new Titles(compileTitles([{ id: '2501.00001', title }])).in(text)).toHaveLength(1);
  });
});

it('a title of hardly any letters is not looked for', () => {
  expect(compileTitles([{ id: '2501.00001', title: 'S1' }])).toEqual([]);
});

it('hands over no more titles than a page should be given, the first ones', () => {
  const many = Array.from({ length: 6000 }, (_, at) => ({ id: `2501.${at}`, title: `Title number ${at} of many` }));
  const table = compileTitles(many);
  expect(table).toHaveLength(5000);
  expect(table[0]?.[0]).toBe('2501.0');
});

it('says whatever a slow search for the letters says', () => {
  // Few letters and many ways to set them apart, so that texts often hold titles, and nearly hold them.
  const word = fc.stringMatching(/^[abAé]{1,4}$/);
  const words = fc.array(fc.oneof(word, fc.constantFrom('-', ' ', '\n', '…', '\u00AD', '{', '日本')), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), words, (made, around) => {
      const known = made.map((parts, at) => ({ id: `${at}`, title: parts.join('') }));
      const text = around.join('') + (known[0]?.title ?? '') + around.toReversed().join(' ');
      const table = new Titles(compileTitles(known));
      const expected = known
        .filter(({ title }) => lettersOf(title).length >= 5 && holds(text, title))
        .map(({ id }) => id);
      const found = new Set(table.in(text).map(({ id }) => id));
      expect([...found].sort()).toEqual(expected.sort());
    }),
    { numRuns: 3000 },
  );
});
