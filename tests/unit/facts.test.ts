import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../lib/edit';
import { mergeFacts } from '../../lib/facts';
import type { Paper } from '../../lib/paper';

const ID = '2511.07317';
const BARE: Paper = { id: ID, title: ID, authors: [] };
const RLVE: Paper = {
  id: ID,
  title: 'RLVE',
  authors: ['Zhiyuan Zeng', 'Hamish Ivison'],
  venue: 'ICML 2026',
  version: 2,
};

it.each<[string, Paper, Facts, Partial<Paper>]>([
  ['fills what is missing', BARE, { title: 'RLVE', authors: ['Z. Zeng'] }, { title: 'RLVE', authors: ['Z. Zeng'] }],
  ['leaves what is known', RLVE, { title: 'Another', venue: 'elsewhere' }, { title: 'RLVE', venue: 'ICML 2026' }],
  ['adds what is new', RLVE, { comment: '20 pages' }, { title: 'RLVE', comment: '20 pages' }],
  ['takes nothing away', RLVE, { title: '', authors: [], venue: '' }, RLVE],
  ['takes no id for a title', RLVE, { title: ID, version: 3 }, { title: 'RLVE', version: 3 }],
  [
    'believes a later version',
    RLVE,
    { title: 'RLVE 2', authors: ['A'], version: 3 },
    { title: 'RLVE 2', authors: ['A'] },
  ],
  ['believes no earlier version', RLVE, { title: 'Draft', version: 1 }, { title: 'RLVE', version: 2 }],
  ['believes arXiv before a file', { ...BARE, title: '{RLVE}' }, { title: 'RLVE', version: 1 }, { title: 'RLVE' }],
  ['prefers all authors to some', RLVE, { authors: ['A', 'B', 'C'] }, { authors: ['A', 'B', 'C'] }],
  [
    'prefers a whole abstract',
    { ...BARE, abstract: 'We show…' },
    { abstract: 'We show all.' },
    { abstract: 'We show all.' },
  ],
  [
    'cuts no abstract',
    { ...BARE, abstract: 'We show all.' },
    { abstract: 'We show ...' },
    { abstract: 'We show all.' },
  ],
  [
    'cuts none for a later version',
    { ...BARE, abstract: 'We show all.' },
    { abstract: 'We show …', version: 2 },
    { abstract: 'We show all.' },
  ],
  [
    'collects links and other titles',
    { ...BARE, links: { code: 'https://a.org' }, otherTitles: ['One'] },
    { links: { code: 'https://b.org', data: 'https://c.org' }, otherTitles: ['One', 'Two'] },
    { links: { code: 'https://a.org', data: 'https://c.org' }, otherTitles: ['One', 'Two'] },
  ],
])('%s', (_, known, said, expected) => {
  expect(mergeFacts(known, said)).toMatchObject(expected);
});

const text = fc.constantFrom('', ID, 'a', 'ab', 'ab…', 'abc');
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    title: text,
    abstract: text,
    venue: text,
    authors: fc.array(text, { maxLength: 3 }),
    otherTitles: fc.array(text, { maxLength: 2 }),
    version: fc.integer({ min: 1, max: 3 }),
    links: fc.record({ code: fc.webUrl(), data: fc.webUrl() }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const says = (paper: Paper, name: string) => {
  const fact: unknown = Reflect.get(paper, name);
  return fact !== undefined && fact !== '' && !(Array.isArray(fact) && fact.length === 0);
};

describe('whatever is said of a paper', () => {
  it('is as said once when it is said twice, and takes nothing away', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 4 }), facts, (before, said) => {
        const known = before.reduce(mergeFacts, BARE);
        const merged = mergeFacts(known, said);
        expect(JSON.stringify(mergeFacts(merged, said))).toBe(JSON.stringify(merged));
        const lost = Object.keys(known).filter((name) => says(known, name) && !says(merged, name));
        expect(lost).toEqual([]);
        expect(merged.id).toBe(ID);
      }),
    );
  });
});
