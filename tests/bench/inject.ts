/** Scripts of the benchmarks in pages that know nothing of them. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { devTools } from '../browser/accessibility';
import { ROOT } from '../paths';

/** Where a script runs in a page: among the page's own, or by itself over the same page, as content scripts do. */
export type World = 'of the page' | 'apart';

/** A script that was put into a page. */
export interface Injected {
  /** The name that a trace knows it by. */
  script: string;
  /** Runs an expression, in which the exports of the script are in `peer`; resolves to what it comes to. */
  run<Result>(expression: string): Promise<Result>;
}

/** Puts a script into a page. */
export async function inject(tab: Page, name: 'walk' | 'markers', world: World): Promise<Injected> {
  const session = await devTools(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  const own = { frameId: frameTree.frame.id, worldName: name };
  const contextId =
    world === 'apart' ? (await session.send('Page.createIsolatedWorld', own)).executionContextId : undefined;
  const script = `${name}-of-the-benchmarks.js`;
  async function run<Result>(expression: string): Promise<Result> {
    const how = { awaitPromise: true, returnByValue: true, ...(contextId !== undefined && { contextId }) };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, ...how });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Result;
  }
  await run(`${await bundle(`peer/${name}.ts`, 'peer')}\n//# sourceURL=${script}`);
  return { script, run };
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
