import { defineConfig } from 'vitest/config';
import { WAIT } from './browser/wait';
import { ROOT } from './paths';

export default defineConfig({
  root: ROOT,
  test: {
    expect: { poll: { timeout: WAIT } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Each file has a browser of its own, which alone keeps two cores busy.
          fileParallelism: false,
        },
      },
    ],
  },
});
