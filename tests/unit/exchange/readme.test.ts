import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EXPORTERS, IMPORTERS } from '../../../lib/exchange/registry';
import { ROOT } from '../../paths';

/** The rows of the table under the heading, each as its cells. */
function tableUnder(heading: string): string[][] {
  const [, part = ''] = readFileSync(join(ROOT, 'README.md'), 'utf8').split(`\n${heading}\n`);
  const lines = part.split(/\n## /)[0]?.split('\n') ?? [];
  const rows = lines.filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const named = (formats: readonly { name: string }[]) => formats.map(({ name }) => name).sort();

it('the README says of every format whether it comes in and goes out, and what it carries', () => {
  const rows = tableUnder('## Import and export');
  const saying = (column: number) =>
    rows.filter((row) => row[column] === 'yes').map(([name]) => ({ name: name ?? '' }));
  expect(named(saying(1))).toEqual(named(IMPORTERS));
  expect(named(saying(2))).toEqual(named(EXPORTERS));
  for (const row of rows) expect(row[3]).toBeTruthy();
});
