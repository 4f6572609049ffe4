import { defineConfig } from 'vitest/config';
import { WAIT } from './browser/wait';
import { ROOT } from './paths';

export default defineConfig({
  root: ROOT,
  test: {
    // More than one wait may be in a test.
    testTimeout: 3 * WAIT,
    expect: { poll: { timeout: WAIT } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          hookTimeout: 60_000,
          // Each file has a browser of its own, which alone keeps two cores busy.
          fileParallelism: false,
        },
      },
    ],
  },
});
