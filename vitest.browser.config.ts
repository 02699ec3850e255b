import { defineConfig } from 'vitest/config';
import { compiledSources } from './test/support/compiled-sources.js';

/** The site in a real browser: `npm run test:browser`. */
export default defineConfig({
  plugins: [compiledSources],
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    pool: 'forks',
    maxWorkers: 1,
    // The files of tests share a process, and the stores over the same documents.
    isolate: false,
  },
});
