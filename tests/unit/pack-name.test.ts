import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PACK_NAME, nameFromFile, objectionToName, tidyPackName } from '../../lib/pack-name';
import { withFilter } from '../../lib/search/query/edit';
import { parseQuery } from '../../lib/search/query/parse';
import { matches } from '../../lib/search/query/query';

describe('a name', () => {
  it.each<[string, RegExp | undefined]>([
    ['cs.CL 2020–2025', undefined],
    ['Écrits à lire', undefined],
    ['第一', undefined],
    ['x'.repeat(MAX_PACK_NAME), undefined],
    ['', /Give the pack a name/],
    [' \t\n', /Give the pack a name/],
    ['x'.repeat(MAX_PACK_NAME + 1), /at most 60 letters/],
    ['the "best"', /no quotation marks/],
    ['die „besten“', /no quotation marks/],
    ['＂', /no quotation marks/],
    ['–', /a letter or a digit/],
    ['bundled', /There is a pack “bundled” already/],
    ['Bündled ', /There is a pack “bundled” already/],
  ])('“%s” is told: %s', (name, why) => {
    const objection = objectionToName(name, ['bundled']);
    if (why) expect(objection).toMatch(why);
    else expect(objection).toBeUndefined();
  });
});

const anyName = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.string({ unit: fc.constantFrom('a', 'B', 'é', ' ', '-', ':', '.', '"', '“', '\u00a0', '¨', 'ﬁ', '\\', '²') }),
  )
  .map(tidyPackName)
  .filter((name) => objectionToName(name) === undefined);

const finds = (asked: string, own: string) =>
  matches(parseQuery(withFilter('more words', { name: 'pack', value: asked })), {
    paper: { id: '2501.00001', title: '', authors: [] },
    packs: [own],
  });

it('a pack is found by its name, and no other by it', () => {
  fc.assert(
    fc.property(anyName, anyName, (one, other) => {
      expect(finds(one, one)).toBe(true);
      expect(finds(one, other)).toBe(objectionToName(one, [other]) !== undefined);
    }),
  );
});

it.each([
  ['arxiv-metadata-oai-snapshot.json', 'arxiv-metadata-oai-snapshot'],
  ['reading list.bib.gz', 'reading list'],
  ['my_papers.2024.ris', 'my papers.2024'],
  ['library.bib', 'library 2'],
  ['"quoted".txt', 'quoted'],
  ['.bib', '.bib'],
  [`${'long '.repeat(20)}.txt`, `${'long '.repeat(12).trim()}`],
])('a file %s proposes “%s”', (file, name) => {
  expect(nameFromFile(file, ['Library'])).toBe(name);
});

it('what a file proposes can be had, or there is nothing to propose', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (file) => {
      const name = nameFromFile(file, []);
      expect(name).toBe(tidyPackName(name));
      if (/[\p{L}\p{N}]/u.test(name)) expect(objectionToName(name)).toBeUndefined();
      const next = nameFromFile(file, [name]);
      if (name !== '') expect(next).not.toBe(name);
    }),
  );
});
