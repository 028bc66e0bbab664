import { defineConfig } from 'vitest/config';

/** The journeys in a real browser; they need a Chromium on the machine (see CONTRIBUTING.md). */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/support/require-chromium.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
