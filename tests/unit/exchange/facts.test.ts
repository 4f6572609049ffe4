import { describe, expect, it } from 'vitest';
import { fromListName, fullName, namesOf } from '../../../lib/exchange/authors';
import { dayOf } from '../../../lib/exchange/days';
import { factsOf } from '../../../lib/exchange/facts';
import { historyOf } from '../../../lib/exchange/history';
import { onOneLine } from '../../../lib/exchange/text';

it.each([
  ['2007-04-02', '2007-04-02'],
  ['2007-04-02T19:18:42Z', '2007-04-02'],
  ['Mon, 2 Apr 2007 19:18:42 GMT', '2007-04-02'],
  ['Mon, 02 Apr 2007 19:18:42 GMT', '2007-04-02'],
  ['2 Apr 2007', '2007-04-02'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', undefined],
  ['2007-13-01', undefined],
  ['32 Apr 2007', undefined],
  ['2 Abr 2007', undefined],
  ['2007-04-021', undefined],
  ['2007', undefined],
  ['', undefined],
])('the day of %j is %j', (text, day) => {
  expect(dayOf(text)).toBe(day);
});

it.each([
  ['C. Balázs, E. L. Berger, P. M. Nadolsky', ['C. Balázs', 'E. L. Berger', 'P. M. Nadolsky']],
  ['Ileana Streinu and Louis Theran', ['Ileana Streinu', 'Louis Theran']],
  ['A. One, B. Two, and C. Three', ['A. One', 'B. Two', 'C. Three']],
  ['A. One & B. Two; C. Three', ['A. One', 'B. Two', 'C. Three']],
  ['Sandy Anders, Rand And (a place (in it, too))', ['Sandy Anders', 'Rand And']],
  ['A. One (1), B. Two (2) ((1) Here, (2) There)', ['A. One', 'B. Two']],
  ['J. Smith, Jr., K. Jones III', ['J. Smith Jr.', 'K. Jones III']],
  ['A. One (never closed, B. Two', ['A. One']],
  ['A. One) B', ['A. One B']],
  [' , ,', []],
  ['', []],
])('the authors of %j', (line, names) => {
  expect(namesOf(line)).toEqual(names);
});

it('names are put in the order in which they are said', () => {
  expect(fullName('Balázs', 'C.')).toBe('C. Balázs');
  expect(fullName('Smith', 'J.', 'Jr.')).toBe('J. Smith Jr.');
  expect(fullName('ATLAS Collaboration', '', '')).toBe('ATLAS Collaboration');
  expect(fromListName('Balázs, C.')).toBe('C. Balázs');
  expect(fromListName('Smith Jr, J.')).toBe('J. Smith Jr');
  expect(fromListName('ATLAS Collaboration')).toBe('ATLAS Collaboration');
});

it('a text is put on one line', () => {
  expect(onOneLine('  A title\n  in two\r\nlines\t and\u0000 more \u00A0 ')).toBe('A title in two lines and more');
  expect(onOneLine('it is one')).toBe('it is one');
});

describe('the history of a paper', () => {
  const created = (version: number) => `2024-01-0${version}`;

  it('is told by its versions in any order', () => {
    const versions = ['v2', 'v10', 'v1'].map((version) => ({ version, created: version }));
    expect(historyOf(versions)).toEqual({ published: 'v1', updated: 'v10', version: 10 });
  });

  it('has no beginning where the first version is missing, and nothing where none is a version', () => {
    expect(historyOf([{ version: 'v3', created: created(3) }])).toEqual({ updated: created(3), version: 3 });
    expect(historyOf([{ version: '3', created: created(3) }])).toEqual({});
  });
});

describe('the facts of a paper', () => {
  const id = { id: '2601.00001' };

  it.each([
    ['10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1000/182', '10.1000/182'],
    ['doi:10.1000/182.', '10.1000/182'],
    ['10.1000/182 10.1000/183', '10.1000/182'],
    ['10.48550/arXiv.2601.00001', undefined],
    ['to appear', undefined],
  ])('have of the DOI %j %j', (doi, expected) => {
    expect(factsOf({ id, doi }).doi).toBe(expected);
  });

  it('have the categories of arXiv alone, each once', () => {
    const categories = ['cs.CL', 'cond-mat.str-el', 'cs.CL', 'math-ph', 'I.2.7', '68T50 (Primary), 68T05', ''];
    expect(factsOf({ id, categories })).toEqual({
      ...id,
      category: 'cs.CL',
      otherCategories: ['cond-mat.str-el', 'math-ph'],
    });
  });

  it('leave out what is not told, and what says nothing', () => {
    expect(factsOf({ id, title: ' \n', authors: ['', ' '], abstract: null, published: 'soon', comment: '' })).toEqual(
      id,
    );
  });

  it('take the version of the id where no other is told', () => {
    expect(factsOf({ id: { ...id, version: 2 } }).version).toBe(2);
    expect(factsOf({ id: { ...id, version: 2 }, version: 3 }).version).toBe(3);
  });
});
