import { describe, expect, it } from 'vitest';
import { snapshot } from '../../../lib/exchange/snapshot';
import { idsOf, itemsOf, skippedIn } from './pieces';

const RECORD = {
  id: '0704.0009',
  submitter: 'A. Keeper',
  authors: 'Lea Lantern (Light House), Otto Oar, Jr.',
  title: 'Lanterns by night:\n  how heavy they are',
  comments: '4 pages,\n  2 figures',
  'journal-ref': 'J. Lamps 7 (2007) 1-4',
  doi: '10.1000/lamps.7',
  'report-no': null,
  categories: 'physics.optics cs.CL',
  license: null,
  abstract: '  We weigh lanterns\nby night.\n  A second paragraph.\n',
  versions: [
    { version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' },
    { version: 'v2', created: 'Tue, 24 Jul 2007 20:10:27 GMT' },
  ],
  update_date: '2008-11-26',
  authors_parsed: [
    ['Lantern', 'Lea', '', 'Light House'],
    ['Oar', 'Otto', 'Jr.'],
  ],
};

/** The record with something else in it. */
const withPart = (part: object) => JSON.stringify({ ...RECORD, ...part });

describe('a record of the snapshot', () => {
  it('is read with all that a paper has', async () => {
    expect(await itemsOf(snapshot, JSON.stringify(RECORD))).toEqual([
      {
        kind: 'paper',
        place: { line: 1 },
        facts: {
          id: '0704.0009',
          title: 'Lanterns by night: how heavy they are',
          authors: ['Lea Lantern', 'Otto Oar Jr.'],
          abstract: 'We weigh lanterns by night. A second paragraph.',
          category: 'physics.optics',
          otherCategories: ['cs.CL'],
          published: '2007-04-02',
          updated: '2007-07-24',
          version: 2,
          venue: 'J. Lamps 7 (2007) 1-4',
          doi: '10.1000/lamps.7',
          comment: '4 pages, 2 figures',
        },
      },
    ]);
  });

  it('has the authors of its line where they are not told one by one', async () => {
    const [item] = await itemsOf(snapshot, withPart({ authors_parsed: undefined }));
    expect(item).toMatchObject({ facts: { authors: ['Lea Lantern', 'Otto Oar Jr.'] } });
  });

  it('may say of itself an id and a title alone', async () => {
    const [item] = await itemsOf(snapshot, '{"id":"math.GT/0309136","title":"Knots"}');
    expect(item).toMatchObject({ kind: 'paper', facts: { id: 'math/0309136', title: 'Knots' } });
  });

  it.each([
    ['no JSON', 'what?', 'breaks off before its end'],
    ['no JSON within braces', '{what?}', 'is not JSON'],
    ['a NUL within a text', JSON.stringify(RECORD).replace('Lea', 'L\0a'), 'is not JSON'],
    ['NULs alone', '\0\0\0\0', 'breaks off'],
    ['cut off', JSON.stringify(RECORD).slice(0, 300), 'breaks off before its end'],
    ['a list', '[1, 2]', 'has no "id"'],
    ['nothing', 'null', 'is null'],
    ['without an id', withPart({ id: undefined }), 'has no "id"'],
    ['with a number for its id', withPart({ id: 704.0009 }), 'has 704.0009 as "id"'],
    ['with an id of no paper', withPart({ id: '0704.00091' }), '"0704.00091" is not an arXiv id'],
    ['with an id in its prototype only', '{"__proto__":{"id":"0704.0009","title":"T"}}', 'has no "id"'],
    ['without a title', withPart({ title: undefined }), 'has no "title"'],
    ['with a list for its title', withPart({ title: ['T'] }), 'has Array as "title"'],
    ['with an object among its authors', withPart({ authors_parsed: [[{}]] }), 'as "authors_parsed.0.0"'],
    ['with a number for a version', withPart({ versions: [1] }), 'has 1 as "versions.0"'],
  ])('that is %s is skipped, and its neighbours are kept', async (_, line, why) => {
    const items = await itemsOf(
      snapshot,
      [withPart({ id: '0704.0001' }), line, withPart({ id: '0704.0002' })].join('\n'),
    );
    expect(idsOf(items)).toEqual(['0704.0001', '0704.0002']);
    expect(skippedIn(items)).toEqual([[2, expect.stringMatching(/^This|^"/)]]);
    expect(skippedIn(items)[0]?.[1]).toContain(why);
  });

  it('keeps strange keys to itself', async () => {
    const [item] = await itemsOf(snapshot, withPart({ constructor: 1 }).replace('{', '{"__proto__":{"polluted":1},'));
    expect(item).toMatchObject({ kind: 'paper', facts: { id: '0704.0009' } });
    expect(({} as { polluted?: 1 }).polluted).toBeUndefined();
  });
});

it('blank lines and a byte order mark are passed over', async () => {
  const items = await itemsOf(snapshot, `\uFEFF${JSON.stringify(RECORD)}\r\n\r\n  \r\n${JSON.stringify(RECORD)}\r\n`);
  expect(items.map(({ kind, place }) => [kind, place.line])).toEqual([
    ['paper', 1],
    ['paper', 4],
  ]);
});
