/** Scripts of the benchmarks in pages that know nothing of them. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { ROOT } from '../paths';

/** Puts a script into a page, where its exports are in `peer`. Resolves to the name that a trace knows it by. */
export async function inject(tab: Page, name: 'walk' | 'markers'): Promise<string> {
  const code = await bundle(`peer/${name}.ts`, 'peer');
  const script = `${name}-of-the-benchmarks.js`;
  await tab.addScriptTag({ content: `${code}\n//# sourceURL=${script}` });
  return script;
}

/** A script of this folder with all that it imports, as one text that makes its exports a global variable. */
export async function bundle(
  path: string,
  name: string,
  form: 'minified' | 'as written' = 'as written',
): Promise<string> {
  const lib = { entry: join(ROOT, 'tests', 'bench', path), formats: ['iife' as const], name };
  const minify = form === 'minified';
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify, lib } });
  const [{ output }] = built as [Rollup.RollupOutput];
  return output[0].code;
}
