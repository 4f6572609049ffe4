/**
 * `npm run bench`: builds the extension and measures it beside its peers. `-- NAME` runs one benchmark (`million` takes
 * long, and runs only when it is named), `-- --json FILE` writes every run as JSON. It tells what it found and fails
 * only where it could not measure.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { runTool } from '../command';
import { attempt } from './attempt';
import { heap } from './heap';
import { importing } from './import';
import { intake } from './intake';
import { kept } from './kept';
import { library } from './library';
import { open } from './open';
import { page } from './page';
import { popup } from './popup';
import { type Row, sumUp } from './row';
import { search } from './search';
import { million } from './search/million';
import { size } from './size';
import { table } from './table';
import { trace } from './trace';
import { worker } from './worker';

type Benchmark = () => Promise<Row[]>;

/** What runs where none is named. */
const USUAL: Record<string, Benchmark> = {
  page,
  heap,
  popup,
  library: async () => [...(await library()), ...(await importing())],
  kept,
  search,
  intake,
  trace,
  worker,
  open,
  size,
};

const BENCHMARKS: Record<string, Benchmark> = { ...USUAL, million };

async function bench(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
  const unknown = positionals.filter((name) => !(name in BENCHMARKS));
  if (unknown.length > 0) {
    throw new Error(`No benchmark is named ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
  }
  const names = positionals.length > 0 ? positionals : Object.keys(USUAL);

  // The package holds the build, which is what all but its size is measured on.
  if (!(await runTool('wxt', 'zip', '--level', 'warn'))) throw new Error('The build failed.');
  const results: Record<string, Row[]> = {};
  for (const name of names) {
    console.log(`Measuring: ${name}`);
    results[name] = await attempt(name, async () => (await BENCHMARKS[name]?.()) ?? []);
  }
  const load = `${cpus().length} cores, load ${loadavg()
    .map((average) => average.toFixed(1))
    .join(' ')}`;
  console.log(`\n${table(results)}\n\n${NOTES}\nThis machine: ${load}.`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(toJson(results, load), null, 2)}\n`);
}

const NOTES = `Medians; ratios are taken run by run. The spread, of the ratio where there is one and the reach is not about
what was measured, holds the median 19 times out of 20: a reach that lies within it is neither claimed nor denied, and
a ratio whose spread holds 1.00x is no difference. What has no spread was measured once.`;

function toJson(results: Record<string, Row[]>, machine: string): object {
  const benchmarks = Object.entries(results).flatMap(([name, rows]) =>
    rows.map((row) => ({
      name,
      what: row.what,
      unit: row.unit,
      reach: row.reach,
      found: sumUp(row),
      runs: row.measured,
      against: row.against,
    })),
  );
  return { date: new Date().toISOString(), machine, benchmarks };
}

try {
  await bench();
} catch (error) {
  console.log(`Not measured: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
