import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvExporter } from '../../../lib/exchange/csv';
import type { Kept } from '../../../lib/exchange/format';
import { inLines, onOneLine } from '../../../lib/exchange/text';
import { writeAll } from './files';
import { libraries } from './papers';

/** The rows of a file, as a reader of RFC 4180 finds them. */
const rowsOf = (papers: readonly Kept[]): Record<string, string>[] =>
  parse(writeAll(csvExporter, papers), { bom: true, columns: true, record_delimiter: '\r\n' });

const paper = { id: '2501.10000', title: 'Lamps, "lit" #1', authors: ['Ada Lamp', 'Bo Wick'] };

describe('a CSV file', () => {
  it('begins with a mark of byte order and the names of its columns, and has ids that are no numbers', () => {
    expect(writeAll(csvExporter, [{ paper }]).split('\r\n')).toEqual([
      '\uFEFF"id","title","authors","venue","doi","url","tags","note","abstract","categories","published","updated","arxivversion","arxivcomment","readstatus","starred","savedat","savedfrom","seenversion"',
      '"arXiv:2501.10000","Lamps, ""lit"" #1","Ada Lamp; Bo Wick","","","https://arxiv.org/abs/2501.10000","","","","","","","","","","","","",""',
      '',
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', "'quoted", '=cmd|"/c calc"!A0'])('has no formula of %j', (title) => {
    expect(rowsOf([{ paper: { ...paper, title } }])).toMatchObject([{ title: `'${title}` }]);
  });

  it('has every text as it was, an apostrophe taken off where a cell begins with one', () => {
    fc.assert(
      fc.property(libraries, (papers) => {
        const rows = rowsOf(papers).map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'/, '')])),
        );
        expect(rows).toMatchObject(
          papers.map(({ paper: { id, title, abstract = '', doi = '' }, record }) => ({
            id: `arXiv:${id}`,
            title: onOneLine(title),
            abstract: onOneLine(abstract),
            doi,
            note: inLines(record?.note ?? ''),
            readstatus: record?.state ?? '',
          })),
        );
        for (const row of rowsOf(papers))
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
      { numRuns: 1000 },
    );
  });
});
