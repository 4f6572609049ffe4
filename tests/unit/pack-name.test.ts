import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PACK_NAME, nameFromFile, objectionToName, tidyPackName } from '../../lib/pack-name';
import { withFilter } from '../../lib/search/query/edit';
import { parseQuery } from '../../lib/search/query/parse';
import { matches } from '../../lib/search/query/query';

describe('a name', () => {
  it.each(['cs.CL 2020–2025', 'Écrits à lire', '第一', 'x'.repeat(MAX_PACK_NAME)])('may be “%s”', (name) => {
    expect(objectionToName(name, ['bundled'])).toBeUndefined();
  });

  it.each<[string, RegExp]>([
    ['', /Give the pack a name/],
    [' \t\n', /Give the pack a name/],
    ['x'.repeat(MAX_PACK_NAME + 1), /at most 60 letters/],
    ['the "best"', /cannot have quotation marks/],
    ['die „besten“', /cannot have quotation marks/],
    ['＂', /cannot have quotation marks/],
    ['–', /one letter or digit/],
    ['bundled', /There is a pack “bundled” already/],
    ['Bündled ', /There is a pack “bundled” already/],
  ])('may not be “%s”: %s', (name, why) => {
    expect(objectionToName(name, ['bundled'])).toMatch(why);
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
      fc.pre(/[\p{L}\p{N}]/u.test(name));
      expect(name).toBe(tidyPackName(name));
      expect(objectionToName(name)).toBeUndefined();
      expect(objectionToName(nameFromFile(file, [name]), [name])).toBeUndefined();
    }),
  );
});
