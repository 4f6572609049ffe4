import { defineConfig } from 'wxt';
import { ARXIV } from './lib/arxiv/hosts';
import { ZOTERO } from './lib/zotero/send';
import { seedsDigest } from './seeds/digest';

/** Nothing promises that other sites may read what arXiv answers here; with leave of the browser the worker may. */
const OAI = 'https://oaipmh.arxiv.org';

/** Where extension pages and the worker may load from and connect to: themselves, arXiv, and Zotero on this machine. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src https://export.arxiv.org ${OAI} ${ZOTERO}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const icons = Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icon/${size}.png`]));

/** WXT starts a script with a report of errors that it keeps to itself in production: a hundred bytes on every page. */
const barePageScript = {
  name: 'bare-page-script',
  transform(code: string, id: string) {
    if (id.includes('wxt-unlisted-script-entrypoint'))
      return code.replace(/const result = .*?\n\}\)\(\);/s, 'const result = definition.main();');
  },
};

export default defineConfig({
  manifestVersion: 3,
  // Every import is written out, so that a reader sees where a name comes from.
  imports: false,
  vite: () => ({
    plugins: [barePageScript],
    // Extension pages are local: preload helpers and inlined assets only add bytes. Terser takes a twentieth off the
    // script that every page loads.
    build: {
      modulePreload: false,
      assetsInlineLimit: 0,
      minify: 'terser',
      terserOptions: {
        ecma: 2022,
        compress: { passes: 6, inline: 1, unsafe: true, unsafe_arrows: true, unsafe_methods: true },
      },
    },
    define: { SEEDS_DIGEST: JSON.stringify(seedsDigest()) },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  }),
  manifest: ({ browser }) => ({
    name: 'Manicule',
    description: 'Marks the papers you know on any page, finds them as you type, and keeps the ones you save.',
    icons,
    action: {
      default_title: 'Manicule',
      default_icon: icons,
      ...(browser === 'firefox' && {
        theme_icons: [16, 32].map((size) => ({
          size,
          light: `icon/light-${size}.png`,
          dark: `icon/dark-${size}.png`,
        })),
      }),
    },
    permissions: ['activeTab', 'alarms', 'contextMenus', 'storage', 'unlimitedStorage'],
    host_permissions: [`${OAI}/*`],
    // Asked for when somebody first sends papers to Zotero. A pattern of hosts cannot name a port.
    optional_host_permissions: ['http://127.0.0.1/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    // Plain scripts, not WXT content scripts: those post a message into every page and stop when the page says so.
    content_scripts: [
      { matches: ['<all_urls>'], js: ['page.js'], css: ['assets/passage.css'], run_at: 'document_idle' },
      { matches: ARXIV.map((host) => `*://*.${host}/*`), js: ['arxiv-page.js'], run_at: 'document_idle' },
    ],
    web_accessible_resources: [
      {
        resources: ['marker.js', 'trace.js'],
        matches: ['<all_urls>'],
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
    ],
    omnibox: { keyword: 'mn' },
    // Alt+Shift+T, P and some others are Chromium's own, which then gives the command no keys at all.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' } },
      'save-paper': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: 'Save the paper in focus, or the one this page is about',
      },
      'trace-selection': {
        suggested_key: { default: 'Alt+Shift+F' },
        description: 'Find the papers that the selected words come from',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'manicule@manicule.invalid',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
