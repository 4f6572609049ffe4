import { describe, expect, it } from 'vitest';
import config from '../../wxt.config';

function manifestFor(browser: string): Record<string, unknown> {
  if (typeof config.manifest !== 'function') throw new Error('The manifest is no longer a function of the browser.');
  return config.manifest({ browser, command: 'build', manifestVersion: 3, mode: 'production' }) as Record<
    string,
    unknown
  >;
}

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = manifestFor(browser);

  it('lets extension pages load only themselves and connect only to arXiv and to Zotero', () => {
    expect(manifest['content_security_policy']).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
        "connect-src https://export.arxiv.org https://oaipmh.arxiv.org http://127.0.0.1:23119; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it('asks for the fewest permissions that work, and opens nothing to pages', () => {
    // For Zotero, when somebody first sends papers to it.
    expect(manifest['optional_host_permissions']).toEqual(['http://127.0.0.1/*']);
    expect(manifest['permissions']).toEqual(['activeTab', 'alarms', 'contextMenus', 'storage', 'unlimitedStorage']);
    // Of the sites on which the content scripts run anyway.
    expect(manifest['host_permissions']).toEqual(['https://oaipmh.arxiv.org/*']);
    for (const key of ['optional_permissions', 'externally_connectable']) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  it('lets pages load nothing but what traces them, in Chromium by an address that no page can guess', () => {
    expect(manifest['web_accessible_resources']).toEqual([
      {
        resources: ['marker.js', 'trace.js'],
        matches: ['<all_urls>'],
        ...(browser === 'chrome' && { use_dynamic_url: true }),
      },
    ]);
  });

  it('has a keyword for the address bar', () => {
    expect(manifest['omnibox']).toEqual({ keyword: 'mn' });
  });

  it('runs one plain script on every page, and one more on the pages of arXiv and its mirrors alone', () => {
    expect(manifest['content_scripts']).toEqual([
      { matches: ['<all_urls>'], js: ['page.js'], css: ['assets/passage.css'], run_at: 'document_idle' },
      {
        matches: [
          '*://*.arxiv.org/*',
          '*://*.xxx.lanl.gov/*',
          '*://*.xxx.itp.ac.cn/*',
          '*://*.xxx.uni-augsburg.de/*',
          '*://*.arxiv-org.translate.goog/*',
        ],
        js: ['arxiv-page.js'],
        run_at: 'document_idle',
      },
    ]);
  });

  it('suggests a shortcut for the popup, for saving and for tracing', () => {
    const commands = manifest['commands'] as Record<string, { suggested_key: { default: string } }>;
    expect(Object.entries(commands).map(([name, { suggested_key: keys }]) => [name, keys.default])).toEqual([
      ['_execute_action', 'Alt+Shift+M'],
      ['save-paper', 'Alt+Shift+S'],
      ['trace-selection', 'Alt+Shift+F'],
    ]);
  });
});
