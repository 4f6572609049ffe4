import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLayers } from '../layers/check';
import { ROOT } from '../paths';

const FOLDERS = ['entrypoints', 'components', 'lib', 'seeds'];

function filesOnDisk(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length)),
  );
}

describe('the modules of the extension', () => {
  const files = filesOnDisk();
  const { violations, seen } = checkLayers(files, (path) => readFileSync(join(ROOT, path), 'utf8'));

  it('import only whom they may', () => {
    expect(violations).toEqual([]);
  });

  it('were all seen', () => {
    expect(seen.sort()).toEqual(files.filter((path) => !/\.(?:css|html|json|md|svg|png)$/.test(path)).sort());
    expect(seen).toContain('entrypoints/page/index.ts');
  });
});

/** A small tree in which every rule is kept. */
const TREE: Record<string, string> = {
  'lib/paper.ts': 'export type Id = string;',
  'lib/errors.ts': "import type { Id } from './paper'; export const of = (id: Id) => id;",
  'lib/arxiv/link.ts': "import { of } from '../errors'; export const read = (document: string) => of(document.trim());",
  'lib/search/index.ts': "import MiniSearch from 'minisearch'; export const s = new MiniSearch({ fields: [] });",
  'lib/page/scan.ts':
    "import css from './scan.css?inline'; import { read } from '../arxiv/link'; read(document.title + css);",
  'lib/page/scan.css': '',
  'lib/store/papers.ts': "import { openDB } from 'idb'; export const open = () => openDB('x');",
  'lib/library/index.ts': "import { s } from '../search'; import { open } from '../store/papers'; export { s, open };",
  'lib/messages/protocol.ts': "export { defineExtensionMessaging } from '@webext-core/messaging';",
  'components/Row.tsx': "import { h } from 'preact'; export const Row = () => <p>{h.name}</p>;",
  'seeds/index.ts': "import type { Id } from '../lib/paper'; export const ids: Id[] = [];",
  'entrypoints/page/index.ts': "import '../../lib/page/scan'; import '../../lib/messages/protocol';",
  'entrypoints/popup/main.tsx':
    "import { Row } from '../../components/Row'; import './part'; import { browser } from 'wxt/browser';",
  'entrypoints/popup/part.ts': "export { ids } from '../../seeds';",
};

function check(planted: Record<string, string> = {}): string[] {
  const tree = { ...TREE, ...planted };
  return checkLayers(Object.keys(tree), (path) => tree[path] ?? '').violations;
}

describe('the check of the layers', () => {
  it('has nothing against a tree that keeps the rules', () => {
    expect(check()).toEqual([]);
  });

  it.each([
    [
      'a noun that imports a layer',
      'lib/paper.ts',
      "import '../lib/arxiv/link';",
      'lib/paper.ts (nouns) imports lib/arxiv/link.ts',
    ],
    ['a noun that imports a package', 'lib/paper.ts', "import 'valibot';", 'imports the package valibot'],
    ['a pure layer with the database', 'lib/search/a.ts', "import { openDB } from 'idb';", 'imports the package idb'],
    [
      'a pure layer with the browser',
      'lib/arxiv/a.ts',
      "import { browser } from 'wxt/browser';",
      'the package wxt/browser',
    ],
    [
      'a pure layer with the page',
      'lib/trace/a.ts',
      'export const at = document.title;',
      'is to be pure, and uses document',
    ],
    ['a pure layer with chrome', 'lib/exchange/a.ts', 'chrome.runtime.reload();', 'is to be pure, and uses chrome'],
    ['a pure layer that hides it', 'lib/search/a.ts', 'globalThis.document;', 'is to be pure, and uses globalThis'],
    [
      'two pure layers',
      'lib/search/a.ts',
      "import '../arxiv/link';",
      'lib/search/a.ts (lib/search) imports lib/arxiv/link.ts',
    ],
    [
      'a page with the store',
      'lib/page/a.ts',
      "import '../store/papers';",
      'lib/page/a.ts (lib/page) imports lib/store/papers.ts',
    ],
    [
      'a page with messages',
      'lib/page/a.ts',
      "import '../messages/protocol';",
      '(lib/page) imports lib/messages/protocol.ts',
    ],
    ['a store with the search', 'lib/store/a.ts', "import '../search';", '(lib/store) imports lib/search/index.ts'],
    [
      'messages with the library',
      'lib/messages/a.ts',
      "import '../library';",
      '(lib/messages) imports lib/library/index.ts',
    ],
    [
      'a component with messages',
      'components/A.tsx',
      "import '../lib/messages/protocol';",
      '(components) imports lib/messages',
    ],
    [
      'a component with the browser',
      'components/A.tsx',
      "import 'wxt/browser';",
      '(components) imports the package wxt/browser',
    ],
    ['seeds with the library', 'seeds/a.ts', "import '../lib/library';", '(seeds) imports lib/library/index.ts'],
    [
      'who imports an entry point',
      'lib/library/a.ts',
      "import '../../entrypoints/popup/part';",
      'imports entrypoints/popup/part.ts',
    ],
    ['one entry point in another', 'entrypoints/popup/a.ts', "import '../page';", 'imports entrypoints/page/index.ts'],
    ['a type', 'lib/store/a.ts', "import type { s } from '../search';", '(lib/store) imports lib/search/index.ts'],
    [
      'a type within a type',
      'lib/store/a.ts',
      "export type S = import('../search').S;",
      '(lib/store) imports lib/search',
    ],
    ['a re-export', 'lib/store/a.ts', "export * from '../search';", '(lib/store) imports lib/search/index.ts'],
    [
      'an import when it is needed',
      'lib/store/a.ts',
      "await import('../search');",
      '(lib/store) imports lib/search/index.ts',
    ],
    ['an import with a computed name', 'lib/store/a.ts', 'await import(`../${name}`);', 'whose name is computed'],
    ['an import by alias', 'lib/store/a.ts', "import '@/lib/search';", '(lib/store) imports lib/search/index.ts'],
    ['an import of nothing', 'lib/store/a.ts', "import './gone';", 'imports ./gone, which is not there'],
    ['a folder that no rule knows', 'lib/magic/a.ts', '', 'lib/magic/a.ts is in no layer'],
    ['a module that cannot be read', 'lib/store/a.ts', 'import {', 'lib/store/a.ts: '],
  ])('reports %s', (_what, path, source, message) => {
    expect(check({ [path]: source })).toEqual([expect.stringContaining(message)]);
  });

  it('reports what the content script reaches through others, and by which way', () => {
    const violations = check({
      'lib/messages/protocol.ts': "import './more';",
      'lib/messages/more.ts': "import '../store/papers';",
    });
    expect(violations).toContain(
      'The content script reaches ' +
        'entrypoints/page/index.ts > lib/messages/protocol.ts > lib/messages/more.ts > lib/store/papers.ts',
    );
    expect(violations).toContainEqual(
      expect.stringMatching(/^The content script reaches .* > lib\/store\/papers\.ts > idb$/),
    );
  });

  it('reports what reads the pages of arXiv on every page, and has nothing against it on those', () => {
    const reader = { 'lib/arxiv-page/a.ts': 'export const read = (page: { title: string }) => page.title;' };
    const line = "import '../../lib/arxiv-page/a';";
    expect(check({ ...reader, 'entrypoints/arxiv-page/index.ts': line })).toEqual([]);
    expect(check({ ...reader, 'entrypoints/page/index.ts': line })).toEqual([
      'The content script reaches entrypoints/page/index.ts > lib/arxiv-page/a.ts',
    ]);
  });
});
