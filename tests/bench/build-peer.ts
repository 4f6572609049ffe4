/** The other extensions in the browsers of the benchmarks. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../paths';

const SOURCES = join(ROOT, 'tests', 'bench');

/** As little as an extension can be, a linear scan and a table. Resolves to its folder, which the caller removes. */
export function buildPeer(): Promise<string> {
  return buildExtension('Peer of the benchmarks', {
    worker: 'peer/ping.ts',
    pages: ['peer/empty.html', 'peer/scan.html', 'peer/table.html'],
  });
}

export const ENGINES = ['minisearch', 'flexsearch', 'sqlite'] as const;
export type EngineName = (typeof ENGINES)[number];

/** A search engine in the worker of an extension. Resolves to its folder, which the caller removes. */
export function buildEngine(name: EngineName): Promise<string> {
  return buildExtension(`${name} of the benchmarks`, { worker: `search/engines/${name}.ts`, pages: [] });
}

async function buildExtension(name: string, { worker, pages }: { worker: string; pages: string[] }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'manicule-peer-'));
  // Each by itself, so that no page loads a chunk for what another one shares with it.
  for (const input of [worker, ...pages]) {
    await build({
      root: dirname(join(SOURCES, input)),
      configFile: false,
      base: './',
      logLevel: 'error',
      esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
      build: {
        outDir: folder,
        emptyOutDir: false,
        modulePreload: false,
        assetsInlineLimit: 0,
        target: 'esnext',
        rollupOptions: { input: join(SOURCES, input), output: { entryFileNames: '[name].js' } },
      },
    });
  }
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    background: { service_worker: `${basename(worker, '.ts')}.js`, type: 'module' },
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'" },
    permissions: ['unlimitedStorage'],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
