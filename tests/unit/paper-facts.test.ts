import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, type Paper } from '../../lib/paper';
import { fillFromPage, type PageFacts, present } from '../../lib/paper-facts';

const ID = '2511.98765';
const TOLD: PageFacts = {
  id: ID,
  title: 'Told',
  authors: ['Told Too'],
  abstract: 'Told.',
  category: 'cs.DL',
  otherCategories: ['cs.LG'],
  published: '2025-11-28',
  updated: '2026-03-09',
  version: 3,
  shown: 1,
  venue: 'Margins 12',
  doi: '10.5555/margins.12',
  comment: '9 pages',
};
const { shown: _, ...FACTS } = TOLD;
const KNOWN: Paper = {
  ...FACTS,
  title: 'Known',
  authors: ['Known Well'],
  summary: 'Known.',
  links: { code: 'https://a.org' },
};

/** Without what is undefined, which a test takes away with that. */
function clean<Facts extends { id: string }>(facts: Facts): Facts {
  return JSON.parse(JSON.stringify(facts)) as Facts;
}

/** Some of the facts. */
function part(names: string[]): Partial<Paper> {
  return Object.fromEntries(Object.entries(FACTS).filter(([name]) => names.includes(name)));
}

describe('what a page says is added to what is known', () => {
  it('all of it, where no more than the id is known', () => {
    expect(fillFromPage(bare(ID), TOLD)).toStrictEqual(FACTS);
  });

  it('none of it, where all is known', () => {
    const other: PageFacts = {
      ...TOLD,
      category: 'cs.CL',
      otherCategories: ['x'],
      abstract: 'x',
      published: '1999-01-01',
    };
    expect(fillFromPage(KNOWN, { ...other, updated: '2020-01-01', venue: 'x', doi: 'x', comment: 'x' })).toStrictEqual(
      KNOWN,
    );
  });

  it.each<[string, Partial<Paper>, Partial<PageFacts>, Partial<Paper>]>([
    ['a newer version, with its day', {}, { version: 4, updated: '2026-05-01' }, { version: 4, updated: '2026-05-01' }],
    ['a newer version without its day', {}, { version: 4, updated: undefined as never }, { version: 4 }],
    ['no older version, and not its day', {}, { version: 2, updated: '2026-01-05' }, {}],
    [
      'no day of an older version where none is known',
      { updated: undefined as never },
      { version: 2 },
      { updated: undefined as never },
    ],
    [
      'a first version beside the day that a pack has',
      { version: undefined as never },
      { updated: '2030-01-01' },
      { version: 3 },
    ],
    [
      'other categories beside the same primary one',
      { otherCategories: undefined as never },
      {},
      { otherCategories: ['cs.LG'] },
    ],
    [
      'no other categories beside another primary one',
      { category: 'cs.LG', otherCategories: undefined as never },
      {},
      { category: 'cs.LG', otherCategories: undefined as never },
    ],
  ])('%s', (_what, known, told, merged) => {
    expect(fillFromPage(clean({ ...KNOWN, ...known }), clean({ ...TOLD, ...told }))).toStrictEqual(
      clean({ ...KNOWN, ...known, ...merged }),
    );
  });

  it('and never takes anything away, nor anything twice', () => {
    const some = fc.subarray(Object.keys(FACTS).filter((name) => !['id', 'title', 'authors'].includes(name)));
    fc.assert(
      fc.property(some, some, (known, told) => {
        const before: Paper = { ...bare(ID), ...part(known) };
        const facts: PageFacts = { id: ID, ...part(told) };
        const after = fillFromPage(before, facts);
        expect(Object.keys(after).slice(0, Object.keys(before).length)).toEqual(Object.keys(before));
        expect(fillFromPage(after, facts)).toStrictEqual(after);
      }),
    );
  });
});

it('what is not known is no fact', () => {
  expect(present({ id: ID, title: '', authors: [], abstract: undefined, version: 1 })).toStrictEqual({
    id: ID,
    version: 1,
  });
});
