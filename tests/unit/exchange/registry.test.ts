import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Importer } from '../../../lib/exchange/format';
import { idList } from '../../../lib/exchange/id-list';
import { EXPORTERS, IMPORTERS, importerFor } from '../../../lib/exchange/registry';
import { fileOf, SAMPLES } from './samples';

/** As much of a file as its format is told from. */
const headOf = (text: string) => text.slice(0, 4000);

/** Who recognises a file, but for the list of ids, which any text is that names a paper. */
const recognising = (text: string): Importer[] =>
  IMPORTERS.filter((importer) => importer !== idList && importer.recognises(headOf(text)));

const ABSTRACT = 'We weigh lanterns by night, and say how heavy they are.';

const FILES: [string, string, string][] = [
  ...SAMPLES.map((sample): [string, string, string] => [sample.importer.name, sample.name, fileOf(sample, 50)]),
  [
    'arXiv snapshot',
    'one record longer than its head',
    `{"id":"2601.00001","submitter":null,"authors":"${'A. B, '.repeat(2000)}"}`,
  ],
  ['arXiv snapshot', 'records of a few parts', '{"id": "2601.00001", "title": "T", "authors": "L. Lantern"}\n'],
  ['arXiv Atom', 'a feed with a prefix', '<?xml version="1.0"?><!-- x --><a:feed xmlns:a="y"><a:entry/></a:feed>'],
  ['arXiv Atom', 'an empty feed', '<feed/>'],
  ['arXiv Atom', 'a feed with a document type', '<!DOCTYPE feed [<!ENTITY a "b">]><feed/>'],
  ['OAI-PMH', 'an error', '<?xml version="1.0"?>\n<OAI-PMH\n xmlns="x"><error code="noRecordsMatch"/></OAI-PMH>'],
  ['author feed', 'a labelled feed', `L. Lantern\nAbstract:${ABSTRACT}\nAbstract:${ABSTRACT}`],
  ['author feed', 'a feed of one paper', `${ABSTRACT}\narXiv:2601.00001`],
  [
    'backup',
    'a backup laid out by another program',
    JSON.stringify({ format: 'manicule-backup', version: 9 }, null, 4),
  ],
  ['CSL JSON', 'an empty list', '[]'],
  ['list of ids', 'ids alone', '2601.00001\n2601.00002'],
  ['list of ids', 'ids after a prefix', '# to read\narXiv:2601.00001\narXiv:2601.00002'],
  ['list of ids', 'a table', 'arxiv id,my own words for it\narXiv:2601.00001,a lantern\n'],
  ['list of ids', 'a note', `${ABSTRACT} See arXiv:2601.00001 for more.`],
];

describe('a file is told from its content', () => {
  it.each(FILES)('%s: %s', (name, _, text) => {
    expect(importerFor(headOf(text))?.name).toBe(name);
    expect(recognising(text).map((importer) => importer.name)).toEqual(name === idList.name ? [] : [name]);
  });

  it('also after a byte order mark, and after blanks and blank lines', () => {
    const before = fc.tuple(
      fc.constantFrom('', '\uFEFF'),
      fc.string({ unit: fc.constantFrom(' ', '\n', '\r\n', '\t'), maxLength: 9 }),
    );
    fc.assert(
      fc.property(before, fc.constantFrom(...FILES), ([mark, blanks], [name, , text]) => {
        expect(importerFor(headOf(mark + blanks + text))?.name).toBe(name);
      }),
    );
  });

  it.each([
    '',
    ' \n',
    'Lanterns by night.',
    '<html><a href="https://arxiv.org/abs/2601.00001">x</a></html>',
    '%PDF-1.7',
    '{"id":1}',
    '[1]',
  ])('and %j is none', (text) => {
    expect(importerFor(text)).toBeUndefined();
  });

  it('by what comes first where one stands in a note of the other', () => {
    const ris = 'TY  - JOUR\nTI  - Lanterns\n';
    const bibtex = '@misc{a,\n  title = {Lanterns},\n';
    expect(importerFor(`${ris}N1  - See\n${bibtex}}\nER  - \n`)?.name).toBe('RIS');
    expect(importerFor(`${bibtex}  annote = {See\n${ris}ER  - \n}\n}`)?.name).toBe('BibTeX');
  });

  it('whatever it is, nobody fails at it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void importerFor(text)));
  });

  it('in no more time than its length takes', () => {
    for (const letter of [' ', '\n', '{', '<!--', '<?', '"', 'arXiv:', 'Abstract', '1', '-', '"authors" ', '\u200B']) {
      expect(importerFor(letter.repeat(300_000 / letter.length))).toBeUndefined();
    }
  });
});

describe('what is written', () => {
  const paper = { id: '2601.00001', title: 'Lanterns', authors: ['Lea Lantern'] };
  const read = new Set(IMPORTERS.map(({ name }) => name));

  it.each(EXPORTERS.map((exporter) => [exporter.name, exporter] as const))(
    'as %s is recognised as that, if it can be read',
    (name, exporter) => {
      const text = [...exporter.write([{ paper }])].join('');
      expect(recognising(text).map((importer) => importer.name)).toEqual(read.has(name) ? [name] : []);
    },
  );
});

it('every format has a name of its own', () => {
  for (const formats of [IMPORTERS, EXPORTERS])
    expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
});

it('every format that is read has a sample', () => {
  const sampled = new Set(SAMPLES.map(({ importer }) => importer));
  expect(IMPORTERS.filter((importer) => !sampled.has(importer))).toEqual([]);
});
