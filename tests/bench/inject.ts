/** Scripts of the folder `peer` in pages that know nothing of them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { transformWithEsbuild } from 'vite';
import { ROOT } from '../paths';

/** Puts a script into a page, where its exports are in `peer`. Resolves to the name that a trace knows it by. */
export async function inject(tab: Page, name: 'walk' | 'markers'): Promise<string> {
  const path = join(ROOT, 'tests', 'bench', 'peer', `${name}.ts`);
  const options = { format: 'iife', globalName: 'peer', sourcemap: false } as const;
  const { code } = await transformWithEsbuild(await readFile(path, 'utf8'), path, options);
  const script = `${name}-of-the-benchmarks.js`;
  await tab.addScriptTag({ content: `${code}\n//# sourceURL=${script}` });
  return script;
}
