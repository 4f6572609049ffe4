import { isAboutRatio, type Row, sumUp } from './row';

const HEAD = ['name', 'what', 'measured', 'baseline', 'ratio', 'reach', 'reached', 'spread'];

/** One table of all that was measured, as a terminal and a Markdown file show it. */
export function table(results: Record<string, Row[]>): string {
  const lines = Object.entries(results).flatMap(([name, rows]) => rows.map((row) => cells(name, row)));
  const widths = HEAD.map((head, column) => Math.max(...[HEAD, ...lines].map((line) => (line[column] ?? head).length)));
  const format = (line: string[]) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [format(HEAD), format(widths.map((width) => '-'.repeat(width))), ...lines.map(format)].join('\n');
}

function cells(name: string, row: Row): string[] {
  const { measured, baseline, ratio, spread, reached } = sumUp(row);
  const { what, against, reach } = row;
  const show = (number: number) => (isAboutRatio(row) ? times(number) : inUnit(number, row.unit));
  return [
    name,
    what,
    inUnit(measured, row.unit),
    against && baseline !== undefined ? `${inUnit(baseline, row.unit)}, ${against.what}` : '',
    ratio === undefined ? '' : times(ratio),
    reach ? asked(reach, row.unit) : '',
    reach ? (reached === undefined ? 'not told from noise' : reached ? 'yes' : 'NO') : '',
    spread ? `${show(spread.low)} to ${show(spread.high)}` : '',
  ];
}

function asked(reach: NonNullable<Row['reach']>, unit: Row['unit']): string {
  if ('ratio' in reach) return `at most ${times(reach.ratio)}`;
  return 'least' in reach ? `at least ${inUnit(reach.least, unit)}` : `under ${inUnit(reach.under, unit)}`;
}

function times(ratio: number): string {
  return `${ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2)}x`;
}

function inUnit(number: number, unit: Row['unit']): string {
  if (unit === 'ms' || unit === '%') return `${number.toFixed(1)} ${unit}`;
  return `${Math.round(number).toLocaleString('en')} ${unit === 'bytes' ? 'B' : unit}`;
}
