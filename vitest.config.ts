import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LATE_COMPILER } from './src/processes/node-flags.js';
import { compiledSources } from './test/support/compiled-sources.js';

export default defineConfig({
  plugins: [compiledSources],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/hard/**', 'test/browser/**', 'test/**/*.thorough.test.ts'],
    globalSetup: ['test/support/build-once.ts', 'test/support/scratch-in-memory.ts'],
    setupFiles: ['test/support/fixed-seed.ts', 'test/support/kept-processes.mjs'],
    // Against tests that hang: no test may fail because the machine is busy.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    pool: 'forks',
    execArgv: [...LATE_COMPILER],
    // One more than there are cores: many tests wait for processes of their own.
    maxWorkers: availableParallelism() + 1,
    isolate: false,
  },
});
