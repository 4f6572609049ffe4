import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cslJsonImporter } from '../../../../lib/exchange/csl-json/importer';
import { readAll } from '../files';
import { texts } from '../papers';

const read = (text: string) => readAll(cslJsonImporter, text);
const readItem = (item: object) => read(JSON.stringify([item]));

const LANTERNS = {
  id: '2511.07317',
  title: 'Weighing Lanterns by Night',
  authors: ['Ada Lamp', 'Bo van der Wick Jr.', 'Lantern Collaboration'],
};

const AUTHOR = [
  { family: 'Lamp', given: 'Ada' },
  { family: 'Wick', given: 'Bo', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
  { literal: 'Lantern Collaboration' },
];

/** One paper as each program writes it, and what more than the lanterns' facts it says. */
const STYLES: [string, object, { facts?: object; kept?: object }][] = [
  [
    'Zotero',
    {
      id: 'http://zotero.org/users/1/items/ABCD1234',
      type: 'article',
      abstract: 'We weigh lanterns.\nThey are heavy.',
      DOI: '10.48550/arXiv.2511.07317',
      note: 'arXiv:2511.07317 [cs]',
      number: 'arXiv:2511.07317',
      publisher: 'arXiv',
      source: 'arXiv.org',
      title: 'Weighing Lanterns by Night',
      URL: 'http://arxiv.org/abs/2511.07317',
      author: AUTHOR,
      accessed: { 'date-parts': [['2025', 11, 12]] },
      issued: { 'date-parts': [['2025', 11, 10]] },
    },
    { facts: { abstract: 'We weigh lanterns. They are heavy.', published: '2025-11-10' } },
  ],
  [
    'Mendeley',
    {
      id: 'ITEM-1',
      type: 'article-journal',
      title: 'Weighing Lanterns by Night',
      author: AUTHOR,
      issued: { 'date-parts': [['2025']] },
      'container-title': 'arXiv preprint arXiv:2511.07317',
      keyword: 'Lamps;Night',
    },
    { kept: { tags: ['Lamps', 'Night'] } },
  ],
  [
    'pandoc, of a DBLP entry',
    {
      id: 'lamp2025',
      type: 'article-journal',
      title: 'Weighing Lanterns by Night',
      author: AUTHOR,
      issued: '2025',
      'container-title': 'CoRR',
      volume: 'abs/2511.07317',
    },
    {},
  ],
  [
    'Crossref, of the published paper',
    {
      id: '10.1103/physrevd.98.030001',
      type: 'article-journal',
      title: 'Weighing Lanterns by Night',
      author: AUTHOR,
      DOI: '10.1103/PhysRevD.98.030001',
      issued: { 'date-parts': [[2026, 1, 2]] },
      'container-title': 'Phys. Rev. D',
      volume: 98,
      note: 'Preprint at https://arxiv.org/abs/2511.07317',
    },
    { facts: { venue: 'Phys. Rev. D', doi: '10.1103/PhysRevD.98.030001' } },
  ],
];

describe.each(STYLES)('an item as %s writes it', (_, item, { facts, kept }) => {
  it.each([undefined, '\t'])('is read, indented by %j', async (indent) => {
    expect(await read(JSON.stringify([item], undefined, indent))).toEqual([
      { kind: 'paper', place: { record: 1 }, facts: { ...LANTERNS, ...facts }, ...(kept && { kept }) },
    ]);
  });
});

describe('a paper is known', () => {
  it.each([
    { number: 'arXiv:2511.07317' },
    { number: '2511.07317', publisher: 'arXiv' },
    { archive_location: 'arXiv:2511.07317v2' },
    { DOI: 'https://doi.org/10.48550/ARXIV.2511.07317' },
    { URL: 'https://huggingface.co/papers/2511.07317' },
    { id: 'https://doi.org/10.48550/arxiv.2511.07317' },
    { page: 'arXiv:2511.07317' },
    { note: 'PMID: 1\narXiv: 2511.07317 [cs.CL]' },
    { number: 'arXiv:2511.07317', URL: 'https://arxiv.org/abs/2301.00001' },
  ])('by %j', async (item) => {
    expect(await readItem(item)).toMatchObject([{ facts: { id: '2511.07317' } }]);
  });

  it.each([
    { note: 'Comment on arXiv:2301.00001' },
    { abstract: 'We follow arXiv:2301.00001.' },
    { title: 'A comment on arXiv:2301.00001' },
    { annote: 'arXiv:2301.00001' },
    { number: '2301.00001' },
    { URL: 'https://example.org/2301.00001' },
  ])('not by %j', async (item) => {
    expect(await readItem(item)).toEqual([
      {
        kind: 'skipped',
        place: { record: 1 },
        why: 'This record has no arXiv id; Manicule keeps papers of arXiv only. Add a `number` such as "arXiv:2511.07317" with its id and import again.',
      },
    ]);
  });
});

/** A good one, with a paper of this number. */
const good = (number: number) => `{"number": "arXiv:2511.0000${number}"}`;

describe('a bad record costs no other', () => {
  it.each([
    ['{"title": }', 'This record is not JSON'],
    ['{"title": "a",}', 'This record is not JSON'],
    ['{"a": [1}', 'This record is not JSON'],
    ['{"title": "no end}\n}', 'This record is not JSON'],
    ["{'title': 1}", 'This record is not JSON'],
    ['{}', 'has no arXiv id'],
    ['{"title": {"a": [{}]}, "author": "x", "issued": 3, "custom": [], "number": null}', 'has no arXiv id'],
    ['{"__proto__": {"number": "arXiv:2301.00001"}, "constructor": "x"}', 'has no arXiv id'],
  ])('%j', async (bad, why) => {
    expect(await read(`[${good(1)}, ${bad}, ${good(3)}]`)).toMatchObject([
      { place: { record: 1 }, facts: { id: '2511.00001' } },
      { kind: 'skipped', place: { record: 2 }, why: expect.stringContaining(why) },
      { place: { record: 3 }, facts: { id: '2511.00003' } },
    ]);
  });

  it('where values have another type than the schema says', async () => {
    const item = {
      number: 'arXiv:2511.07317',
      title: 5,
      author: [null, 'x', { family: 'Lamp' }],
      issued: [1],
      keyword: {},
    };
    expect(await readItem(item)).toMatchObject([{ facts: { id: '2511.07317', title: '5', authors: ['Lamp'] } }]);
  });

  it.each(['{"title": "Wei', '{"a": {}', ''])('where the file breaks off: %j', async (cut) => {
    expect(await read(`[${good(1)},\n${cut}`)).toMatchObject([
      { facts: { id: '2511.00001' } },
      { kind: 'skipped', why: expect.stringContaining('without the `]` of its list') },
    ]);
  });

  it('where there is more of it than is held', async () => {
    expect(await read(`[{"abstract": "${'lamp '.repeat(1_000_000)}"}, ${good(2)}]`)).toMatchObject([
      { kind: 'skipped', place: { record: 1 }, why: expect.stringContaining('longer than 4,000,000 letters') },
      { place: { record: 2 }, facts: { id: '2511.00002' } },
    ]);
  });
});

describe('a file', () => {
  it('without records has nothing', async () => {
    expect(await read('[]\n')).toEqual([]);
  });

  it('of anything is read without a throw', async () => {
    const part = fc.oneof(texts, fc.constantFrom('[', '{', '}', ']', '"', ',', '{"number":"arXiv:2511.07317"}', '\\'));
    await fc.assert(
      fc.asyncProperty(fc.array(part), async (parts) => {
        for (const item of await read(parts.join(''))) expect(['paper', 'skipped']).toContain(item.kind);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the format is told', () => {
  it.each(['[\n  {"id": "a"', '\uFEFF[{', '[]', ' [ ] \n'])('by %j', (head) =>
    expect(cslJsonImporter.recognises(head)).toBe(true),
  );
  it.each(['', '{"id": "0704.0001"}', '{"format": "manicule-backup"}', '[1] A. Lamp', '["2511.07317"]', '@misc{a,'])(
    'not by %j',
    (head) => expect(cslJsonImporter.recognises(head)).toBe(false),
  );
});
