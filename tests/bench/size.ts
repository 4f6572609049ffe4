/** What every page loads, and what a person downloads. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXTENSION } from '../paths';
import type { Row } from './row';

/** Measures the package of the last build. */
export async function size(): Promise<Row[]> {
  const script = readFileSync(join(EXTENSION.chromium, 'page.js'));
  return [
    {
      what: 'the script that every page loads, minified, gzip -9',
      unit: 'bytes',
      measured: [gzipSync(script, { level: 9 }).length],
      reach: { under: 10_000 },
    },
    {
      what: 'the whole extension, zipped for the store',
      unit: 'bytes',
      measured: [statSync(storePackage()).size],
      reach: { under: 150_000 },
    },
  ];
}

/** The newest package for Chromium; those of other versions may lie beside it. */
function storePackage(): string {
  const folder = dirname(EXTENSION.chromium);
  const packages = readdirSync(folder).filter((name) => name.endsWith('-chrome.zip'));
  const [newest] = packages.map((name) => join(folder, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (newest === undefined) throw new Error(`There is no package for Chromium in ${folder}.`);
  return newest;
}
