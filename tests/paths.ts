import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What `npm run build` and `npm run build:firefox` make. */
export const EXTENSION = {
  chromium: join(ROOT, '.output', 'chrome-mv3'),
  firefox: join(ROOT, '.output', 'firefox-mv3'),
};
