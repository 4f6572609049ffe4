import { arxivAddress } from '../arxiv/identifier';
import { EXTRAS } from './extras';
import type { Exporter, Kept } from './format';
import { inLines, onOneLine } from './text';

/** The columns, by the names in the first row. */
const COLUMNS: readonly (readonly [name: string, cell: (kept: Kept) => string | undefined])[] = [
  // With what it is before it, no spreadsheet takes 2501.10000 for a number.
  ['id', ({ paper }) => `arXiv:${paper.id}`],
  ['title', ({ paper }) => onOneLine(paper.title)],
  ['authors', ({ paper }) => paper.authors.map(onOneLine).join('; ')],
  ['venue', ({ paper }) => onOneLine(paper.venue ?? '')],
  ['doi', ({ paper }) => onOneLine(paper.doi ?? '')],
  ['url', ({ paper }) => arxivAddress(paper.id, 'abs')],
  ['tags', ({ record }) => record?.tags?.map(onOneLine).join('; ')],
  ['note', ({ record }) => record?.note && inLines(record.note)],
  ['abstract', ({ paper }) => onOneLine(paper.abstract ?? '')],
  ...EXTRAS.map(({ name, of }) => [name, (kept: Kept) => onOneLine(String(of(kept) || ''))] as const),
];

/**
 * CSV for spreadsheets (RFC 4180, UTF-8 with a mark of byte order): one row for each paper, all cells in quotes.
 *
 * A cell that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a tab or a line break,
 * has an apostrophe before it, and so has a cell that begins with an apostrophe: who reads the file takes one
 * apostrophe off each cell that begins with one, and has all as it was.
 */
export const csvExporter: Exporter = {
  name: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv',
  *write(papers) {
    yield `\uFEFF${rowOf(COLUMNS.map(([name]) => name))}`;
    for (const kept of papers) yield rowOf(COLUMNS.map(([, cell]) => cell(kept) ?? ''));
  },
};

function rowOf(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replace(/^(?=['=+\-@\t\r\n])/, "'").replaceAll('"', '""')}"`).join(',')}\r\n`;
}
