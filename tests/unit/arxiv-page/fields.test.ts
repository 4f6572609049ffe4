import { describe, expect, it } from 'vitest';
import { categories, categoriesIn, dayIn, doiIn, firstLast } from '../../../lib/arxiv-page/fields';

it.each([
  ['2025/11/10', '2025-11-10'],
  ['Mon, 10 Nov 2025 05:49:42 UTC (1,024 KB)', '2025-11-10'],
  ['2 Apr 2007 19:18:42 GMT', '2007-04-02'],
  ['11 December, 2025;', '2025-12-11'],
  ['3 May, 1993', '1993-05-03'],
  ['2020', undefined],
  ['1 Smarch 2020', undefined],
  ['December 2025', undefined],
  ['', undefined],
  [undefined, undefined],
])('the day in %j is %s', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

describe('categories', () => {
  it.each<[string, string | undefined, string[]]>([
    ['Computation and Language (cs.CL)', 'cs.CL', []],
    ['Optics (physics.optics); Theory (hep-th); Learning (cs.LG)', 'physics.optics', ['hep-th', 'cs.LG']],
    ['Matter (Condensed) (cond-mat.mtrl-sci)', 'cond-mat.mtrl-sci', []],
    ['Learning (cs.LG); Learning (stat.ML); Learning (cs.LG)', 'cs.LG', ['stat.ML']],
    ['Geometric Topology; Group Theory', undefined, []],
    ['', undefined, []],
  ])('in %j', (subjects, category, otherCategories) => {
    expect(categoriesIn(subjects)).toEqual({ category, otherCategories });
  });

  it('are each named once', () => {
    expect(categories(['cs.LG', 'stat.ML', 'cs.LG', 'stat.ML'])).toEqual({
      category: 'cs.LG',
      otherCategories: ['stat.ML'],
    });
  });
});

it.each([
  ['10.1103/PhysRevD.76.013009', '10.1103/PhysRevD.76.013009'],
  ['10.1000/a, 10.1000/b', '10.1000/a'],
  ['doi:10.1000/a.', '10.1000/a'],
  ['https://doi.org/10.1000/a(b)c', '10.1000/a(b)c'],
  ['10.48550/arXiv.2511.07317', undefined],
  ['10.48550/arXiv.2511.07317 10.1000/b', '10.1000/b'],
  ['in print', undefined],
  [undefined, undefined],
])('the DOI in %j is %s', (text, doi) => {
  expect(doiIn(text)).toBe(doi);
});

it.each([
  ['Sample, Ada', 'Ada Sample'],
  ['van der Beispiel, C. D.', 'C. D. van der Beispiel'],
  ['Placeholder Jr, Ben', 'Ben Placeholder Jr'],
  ['The Margin Collaboration', 'The Margin Collaboration'],
  ['李, 明', '明 李'],
])('the name %j is said %s', (name, said) => {
  expect(firstLast(name)).toBe(said);
});
