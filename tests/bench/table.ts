import { type Row, sumUp } from './row';

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
  const isAboutRatio = reach !== undefined && 'ratio' in reach;
  const show = (number: number) => (isAboutRatio ? times(number) : inUnit(number, row.unit));
  return [
    name,
    what,
    inUnit(measured, row.unit),
    against && baseline !== undefined ? `${inUnit(baseline, row.unit)}, ${against.what}` : '',
    ratio === undefined ? '' : times(ratio),
    reach ? ('ratio' in reach ? `at most ${times(reach.ratio)}` : `under ${inUnit(reach.under, row.unit)}`) : '',
    reach ? (reached === undefined ? 'not told from noise' : reached ? 'yes' : 'NO') : '',
    spread ? `${show(spread.low)} to ${show(spread.high)}` : '',
  ];
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}x`;
}

function inUnit(number: number, unit: Row['unit']): string {
  return unit === 'ms' ? `${number.toFixed(1)} ms` : `${number.toLocaleString('en')} ${unit === 'bytes' ? 'B' : unit}`;
}
