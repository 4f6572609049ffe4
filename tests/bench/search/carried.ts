/** What an extension carries of a search engine: its code as a person downloads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle } from '../inject';

/** The bytes of the scripts and the WebAssembly of a built extension, by gzip -9. */
export function carriedBy(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const code = files.filter((name) => /\.(?:js|wasm)$/.test(name));
  return code.reduce((sum, name) => sum + gzipped(readFileSync(join(folder, name))), 0);
}

/** The same of Manicule's own: the writing, merging and searching of segments, with the query language. */
export async function carriedByManicule(): Promise<number> {
  return gzipped(Buffer.from(await bundle('search/engines/manicule.ts', 'manicule', 'minified')));
}

function gzipped(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length;
}
