/** The other extensions in the browsers of the benchmarks. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../paths';

const SOURCES = join(ROOT, 'tests', 'bench');

/** As little as an extension can be, a linear scan and a table. Resolves to its folder, which the caller removes. */
export function buildPeer(): Promise<string> {
  return buildExtension(['peer/ping.ts', 'peer/empty.html', 'peer/scan.html', 'peer/table.html'], {
    name: 'Peer of the benchmarks',
    background: { service_worker: 'ping.js' },
  });
}

export const ENGINES = ['minisearch', 'flexsearch', 'sqlite'] as const;
export type EngineName = (typeof ENGINES)[number];

/** A search engine in the worker of an extension. Resolves to its folder, which the caller removes. */
export function buildEngine(name: EngineName): Promise<string> {
  return buildExtension([`search/engines/${name}.ts`], {
    name: `${name} of the benchmarks`,
    background: { service_worker: `${name}.js`, type: 'module' },
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'" },
    permissions: ['unlimitedStorage'],
  });
}

async function buildExtension(inputs: string[], manifest: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'manicule-peer-'));
  // Each by itself, so that no page loads a chunk for what another one shares with it.
  for (const input of inputs) {
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
  const whole = { manifest_version: 3, version: '1', ...manifest };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(whole));
  return folder;
}
