/** The other extension in the browser of the benchmarks: as little as an extension can be, and a linear scan. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../paths';

const SOURCES = join(ROOT, 'tests', 'bench', 'peer');

const MANIFEST = {
  manifest_version: 3,
  name: 'Peer of the benchmarks',
  version: '1',
  background: { service_worker: 'ping.js' },
};

/** Builds it into a new folder. Resolves to the folder, which the caller removes. */
export async function buildPeer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'manicule-peer-'));
  // Each by itself, so that no page loads a chunk for what another one shares with it.
  for (const input of ['ping.ts', 'empty.html', 'scan.html', 'table.html']) {
    await build({
      root: SOURCES,
      configFile: false,
      base: './',
      logLevel: 'error',
      esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
      build: {
        outDir: folder,
        emptyOutDir: false,
        modulePreload: false,
        assetsInlineLimit: 0,
        rollupOptions: { input: join(SOURCES, input), output: { entryFileNames: '[name].js' } },
      },
    });
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  return folder;
}
