/** Who may import whom. */

export interface Layer {
  name: string;
  /** The layers it may import from, beside itself. */
  layers: readonly string[];
  /** The packages it may import, by the beginning of their names. */
  packages: readonly string[];
  /** Whether it must work without a page and without a browser around it. */
  pure?: true;
}

const PURE_PACKAGES = ['minisearch', 'valibot'];
const LIBRARIES = [
  'lib/arxiv',
  'lib/titles',
  'lib/search',
  'lib/trace',
  'lib/exchange',
  'lib/zotero',
  'lib/asking',
  'lib/completion',
  'lib/harvest',
  'lib/store',
  'lib/library',
  'lib/messages',
];

export const LAYERS: readonly Layer[] = [
  { name: 'nouns', layers: [], packages: [], pure: true },
  { name: 'lib/arxiv', layers: ['nouns'], packages: PURE_PACKAGES, pure: true },
  { name: 'lib/search', layers: ['nouns'], packages: PURE_PACKAGES, pure: true },
  { name: 'lib/titles', layers: ['nouns'], packages: [], pure: true },
  { name: 'lib/trace', layers: ['nouns'], packages: PURE_PACKAGES, pure: true },
  {
    name: 'lib/exchange',
    layers: ['nouns', 'lib/arxiv'],
    packages: ['valibot', 'saxes', '@streamparser/json'],
    pure: true,
  },
  { name: 'lib/zotero', layers: ['nouns', 'lib/arxiv', 'lib/exchange'], packages: [] },
  // When arXiv is asked, whatever for, and how; the network and the time come in from outside.
  { name: 'lib/asking', layers: ['nouns'], packages: [], pure: true },
  { name: 'lib/completion', layers: ['nouns', 'lib/exchange', 'lib/asking'], packages: [], pure: true },
  { name: 'lib/harvest', layers: ['nouns', 'lib/exchange', 'lib/asking'], packages: [], pure: true },
  // How badges and cards look: drawn up in the worker, so that the content script need not carry it.
  { name: 'lib/looks', layers: ['nouns', 'lib/arxiv'], packages: [], pure: true },
  { name: 'lib/page', layers: ['nouns', 'lib/arxiv', 'lib/titles'], packages: [] },
  // What arXiv's own pages say of papers: it knows the DOM, and is given the page.
  { name: 'lib/arxiv-page', layers: ['nouns', 'lib/arxiv'], packages: [], pure: true },
  { name: 'lib/store', layers: ['nouns'], packages: ['idb', 'node-diff3'] },
  {
    name: 'lib/library',
    layers: [
      'nouns',
      'lib/arxiv',
      'lib/titles',
      'lib/search',
      'lib/trace',
      'lib/exchange',
      'lib/asking',
      'lib/completion',
      'lib/harvest',
      'lib/store',
    ],
    packages: PURE_PACKAGES,
  },
  {
    name: 'lib/messages',
    layers: ['nouns', 'lib/arxiv'],
    packages: ['@webext-core/messaging', 'valibot', 'wxt/browser'],
  },
  // What the worker does with the browser's API, apart from its entry point so that it can be tested.
  { name: 'lib/background', layers: ['nouns', 'lib/looks', ...LIBRARIES], packages: ['wxt/'] },
  // What the extension's own pages do with the browser's API.
  { name: 'lib/own-pages', layers: ['nouns'], packages: ['wxt/browser'] },
  { name: 'components', layers: ['nouns'], packages: ['preact', 'marked', '@tanstack/virtual-core'] },
  // What is made of abstracts comes from feeds; the words leave out what a search leaves out.
  { name: 'seeds', layers: ['nouns', 'lib/search', 'lib/trace', 'lib/exchange'], packages: ['minisearch', 'node:'] },
  {
    name: 'entrypoints',
    layers: [
      'nouns',
      ...LIBRARIES,
      'lib/page',
      'lib/arxiv-page',
      'lib/looks',
      'lib/background',
      'lib/own-pages',
      'components',
      'seeds',
    ],
    packages: ['wxt/', 'preact'],
  },
];

const IN_PAGES = ['nouns', 'lib/page', 'lib/arxiv', 'lib/titles', 'lib/messages'];

/** The content scripts, the folder of each and the layers it may reach, not even through others any more than these. */
export const CONTENT_SCRIPTS: readonly { folder: string; layers: readonly string[] }[] = [
  { folder: 'entrypoints/page', layers: IN_PAGES },
  { folder: 'entrypoints/marker', layers: IN_PAGES },
  { folder: 'entrypoints/trace', layers: IN_PAGES },
  { folder: 'entrypoints/arxiv-page', layers: [...IN_PAGES, 'lib/arxiv-page'] },
];

/** The packages that must not reach the pages of the web. */
export const NOT_IN_PAGES: readonly string[] = ['preact', 'idb', 'minisearch'];

/** Names that only a page or a browser gives a meaning to. */
export const GLOBALS: ReadonlySet<string> = new Set(
  'browser chrome document globalThis indexedDB localStorage location navigator self window'.split(' '),
);

/** The layer that a module belongs to; undefined where none was thought of. */
export function layerOf(path: string): Layer | undefined {
  const [top = '', second = '', third] = path.split('/');
  const name = top === 'lib' ? (third === undefined ? 'nouns' : `lib/${second}`) : top;
  return LAYERS.find((layer) => layer.name === name);
}
