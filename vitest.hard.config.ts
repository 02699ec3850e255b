import { defineConfig } from 'vitest/config';

/** Tests that kill, starve and flood an import: `npm run test:hard`. One after the other, since they watch the machine. */
export default defineConfig({
  test: {
    include: ['test/hard/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: 'forks',
    fileParallelism: false,
  },
});
