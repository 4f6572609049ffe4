import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../lib/errors';
import { CATEGORIES, checkRequest, setOf } from '../../../lib/harvest/sets';

it.each([
  ['cs', 'cs'],
  ['cs.CL', 'cs:cs:CL'],
  ['math.CO', 'math:math:CO'],
  ['stat.ML', 'stat:stat:ML'],
  ['q-bio.NC', 'q-bio:q-bio:NC'],
  ['q-fin', 'q-fin'],
  ['eess.AS', 'eess:eess:AS'],
  ['econ.GN', 'econ:econ:GN'],
  ['hep-th', 'physics:hep-th'],
  ['quant-ph', 'physics:quant-ph'],
  ['astro-ph', 'physics:astro-ph'],
  ['astro-ph.CO', 'physics:astro-ph:CO'],
  ['cond-mat.mes-hall', 'physics:cond-mat:mes-hall'],
  ['nlin.CD', 'physics:nlin:CD'],
  ['physics', 'physics:physics'],
  ['physics.optics', 'physics:physics:optics'],
  // Under another name than arXiv keeps them.
  ['math.MP', 'physics:math-ph'],
  ['cs.SY', 'eess:eess:SY'],
  ['math.IT', 'cs:cs:IT'],
])('the set of %s is %s', (category, set) => {
  expect(setOf(category)).toBe(set);
});

it('has each archive and each category once', () => {
  expect(new Set(CATEGORIES).size).toBe(CATEGORIES.length);
  expect(new Set(CATEGORIES.map(setOf)).size).toBe(CATEGORIES.length);
  for (const category of CATEGORIES)
    expect(category).toMatch(/^[a-z]+(?:-[a-z]+)?(?:\.(?:[A-Z]{2}|[a-z]+(?:-[a-z]+)?))?$/);
});

describe('a request', () => {
  it.each([
    ['as arXiv writes it', ['cs.cl', ' HEP-TH '], ['cs.CL', 'hep-th']],
    ['with each category once', ['cs.CL', 'cs.CL', 'math.NA', 'cs.NA'], ['cs.CL', 'math.NA']],
    [
      'without what is part of something else',
      ['cs.CL', 'cs', 'math.CO', 'astro-ph.CO', 'astro-ph'],
      ['cs', 'math.CO', 'astro-ph'],
    ],
    ['with all of physics by their names', ['physics', 'hep-th'], ['physics', 'hep-th']],
  ])('is kept %s', (_, categories, kept) => {
    expect(checkRequest({ categories }, 2026)).toEqual({ categories: kept });
  });

  it('is kept with its years', () => {
    const years = { from: 2020, to: 9999 };
    expect(checkRequest({ categories: ['cs.CL'], years }, 2026)).toEqual({ categories: ['cs.CL'], years });
  });

  it.each([
    [{ categories: [] }, 'No category is chosen'],
    [{ categories: ['cs.CL', 'cs.XX'] }, 'arXiv has no category "cs.XX"'],
    [{ categories: ['cs:cs:CL'] }, 'arXiv has no category "cs:cs:CL"'],
    [{ categories: ['toString'] }, 'arXiv has no category "toString"'],
    [{ categories: ['cs.CL'], years: { from: 2025, to: 2023 } }, 'Give the earlier one first'],
    [{ categories: ['cs.CL'], years: { from: 2027, to: 2027 } }, 'from 1991 to 2026'],
    [{ categories: ['cs.CL'], years: { from: 1980, to: 1990 } }, 'from 1991 to 2026'],
  ])('%o is refused', (request, why) => {
    const check = () => checkRequest(request, 2026);
    expect(check).toThrow(ExpectedError);
    expect(check).toThrow(why);
  });
});
