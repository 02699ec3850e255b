import { defineConfig } from 'vitest/config';
import { compiledSources } from './test/support/compiled-sources.js';

/**
 * Tests that kill, starve and flood an import, or take long by nature: `npm run test:hard`. One after the other, since they
 * watch the machine. Every case is tried.
 */
export default defineConfig({
  plugins: [compiledSources],
  test: {
    include: ['test/hard/**/*.test.ts'],
    env: { THOROUGH: 'yes' },
    setupFiles: ['test/support/fixed-seed.ts'],
    globalSetup: ['test/support/build-once.ts'],
    // Against tests that hang: no test may fail because the machine is busy.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    pool: 'forks',
    fileParallelism: false,
  },
});
