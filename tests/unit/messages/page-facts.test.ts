import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsFrom } from '../../../lib/messages/page-facts';
import type { PageFacts } from '../../../lib/paper-facts';

const ID = '2511.98765';
const WHOLE: PageFacts = {
  id: ID,
  title: String.raw`On the $\ell_1$ <b>Cost</b>`,
  authors: ['Ada Sample', '李明'],
  abstract: 'We ask. 👉',
  category: 'cs.CL',
  otherCategories: ['physics.soc-ph', 'hep-th', 'cond-mat.mtrl-sci'],
  published: '2025-11-28',
  updated: '2026-03-09',
  version: 3,
  shown: 1,
  venue: 'Margins 12',
  doi: '10.5555/margins.12',
  comment: '9 pages',
};

describe('what a page says', () => {
  it('is taken as it is where it has the form of facts', () => {
    expect(factsFrom([WHOLE], [ID])).toStrictEqual([WHOLE]);
    expect(factsFrom([{ id: ID }], [ID])).toStrictEqual([{ id: ID }]);
  });

  it.each<[string, keyof PageFacts, unknown]>([
    ['a title of 10 MB', 'title', 'x'.repeat(10_000_000)],
    ['an empty title', 'title', ''],
    ['a title with a NUL', 'title', 'a\0b'],
    ['a title of two lines', 'title', 'a\nb'],
    ['a title that is no text', 'title', { toString: 'x' }],
    ['an author that is no text', 'authors', ['Ada', 1]],
    ['a name of 10,000 letters', 'authors', ['x'.repeat(10_000)]],
    ['100,000 authors', 'authors', Array(100_000).fill('x')],
    ['no authors', 'authors', []],
    ['a category that is none', 'category', 'cs.CL" onclick="'],
    ['a category among the others that is none', 'otherCategories', ['cs.LG', '']],
    ['a day that is none', 'published', '28 Nov 2025'],
    ['a month that is none', 'updated', '2025-13-01'],
    ['a version that is no number', 'version', '3'],
    ['version 0', 'version', 0],
    ['half a version', 'shown', 1.5],
    ['a version that no paper has', 'version', 1e9],
    ['a DOI that is none', 'doi', 'javascript:alert(1)'],
    ['nothing', 'comment', null],
  ])('is taken without %s, and the rest of it stands', (_, name, value) => {
    const { [name]: _left, ...rest } = WHOLE;
    expect(factsFrom([{ ...WHOLE, [name]: value }], [ID])).toStrictEqual([rest]);
  });

  it('is taken of papers that it was asked about, once of each', () => {
    const said = [
      { id: '2511.00001', title: 'Another' },
      { id: ID, title: 'First' },
      { id: ID, title: 'Second' },
    ];
    expect(factsFrom(said, [ID])).toStrictEqual([{ id: ID, title: 'First' }]);
    expect(factsFrom([WHOLE], [])).toEqual([]);
  });

  it.each([
    ['a version in the id', [{ ...WHOLE, id: `${ID}v2` }], `${ID}v2`],
    ['a key of every object as the id', [{ ...WHOLE, id: '__proto__' }], '__proto__'],
    ['no id', [{ title: 'x' }], ID],
    ['no object', [null, 1, 'x', []], ID],
    ['no list', { 0: WHOLE, length: 1 }, ID],
    ['no answer', undefined, ID],
    ['more than can be asked', Array.from({ length: 501 }, () => WHOLE), ID],
  ])('is nothing with %s', (_, answer, asked) => {
    expect(factsFrom(answer, [asked])).toEqual([]);
  });

  it('leaves out what is no fact, keys of every object too', () => {
    const said: unknown = JSON.parse(
      `[{"id":"${ID}","title":"T","savedAt":0,"note":"mine","__proto__":{"title":"x"},"constructor":{"prototype":{"polluted":1}}}]`,
    );
    expect(factsFrom(said, [ID])).toStrictEqual([{ id: ID, title: 'T' }]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('never throws, and is never more than facts of what was asked', () => {
    const near = fc.record({
      id: fc.constant(ID),
      title: fc.anything(),
      authors: fc.anything(),
      version: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(near)), (answer) => {
        const facts = factsFrom(answer, [ID]);
        expect(facts.length).toBeLessThanOrEqual(1);
        for (const one of facts) expect(Object.keys(WHOLE)).toEqual(expect.arrayContaining(Object.keys(one)));
      }),
    );
  });
});
