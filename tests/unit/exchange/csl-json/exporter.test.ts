import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cslJsonExporter } from '../../../../lib/exchange/csl-json/exporter';
import { writeAll } from '../files';
import { libraries } from '../papers';

/**
 * What we write of csl-data.json (Citation Style Language, 1.0.2), as strictly as it is said there: no property that it
 * does not name, each of its type, and `type` and `id` always there.
 */
const text = v.pipe(v.string(), v.nonEmpty());
const CSL_DATA = v.array(
  v.strictObject({
    type: v.picklist(['article', 'article-journal', 'paper-conference']),
    id: text,
    title: text,
    author: v.optional(
      v.array(
        v.union([
          v.strictObject({
            family: text,
            given: v.optional(text),
            'non-dropping-particle': v.optional(text),
            suffix: v.optional(text),
          }),
          v.strictObject({ literal: v.string() }),
        ]),
      ),
    ),
    issued: v.strictObject({
      'date-parts': v.tuple([v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(2), v.maxLength(3))]),
    }),
    abstract: v.optional(text),
    'container-title': v.optional(text),
    DOI: v.optional(text),
    URL: v.pipe(v.string(), v.url()),
    archive: v.literal('arXiv'),
    number: v.optional(text),
    publisher: v.optional(text),
    keyword: v.optional(text),
    annote: v.optional(text),
    custom: v.strictObject({ manicule: v.strictObject({ tags: v.array(text), extras: v.record(v.string(), text) }) }),
  }),
);

describe('a CSL-JSON file', () => {
  it('is valid', () => {
    fc.assert(
      fc.property(libraries, (papers) => {
        const items = v.parse(CSL_DATA, JSON.parse(writeAll(cslJsonExporter, papers)));
        expect(items).toHaveLength(papers.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('is valid without papers', () => {
    expect(JSON.parse(writeAll(cslJsonExporter, []))).toEqual([]);
  });

  it('says of a preprint what citation styles use', () => {
    const paper = {
      id: '2504.07096',
      title: 'OLMoTrace',
      authors: ['Laurens van der Maaten', 'Gemma Team'],
      published: '2025-04-09',
    };
    const record = { id: '2504.07096', state: 'saved' as const, savedAt: 0, tags: ['a', 'b, c'], note: 'Mine.' };
    expect(JSON.parse(writeAll(cslJsonExporter, [{ paper, record }]))).toEqual([
      {
        id: 'vandermaaten2025olmotrace',
        type: 'article',
        title: 'OLMoTrace',
        author: [{ family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' }, { literal: 'Gemma Team' }],
        issued: { 'date-parts': [[2025, 4, 9]] },
        number: 'arXiv:2504.07096',
        publisher: 'arXiv',
        archive: 'arXiv',
        URL: 'https://arxiv.org/abs/2504.07096',
        keyword: 'a, b, c',
        annote: 'Mine.',
        custom: {
          manicule: {
            tags: ['a', 'b, c'],
            extras: { published: '2025-04-09', readstatus: 'saved', savedat: '1970-01-01T00:00:00.000Z' },
          },
        },
      },
    ]);
  });
});
