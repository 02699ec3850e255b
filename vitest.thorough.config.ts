import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Files of which `npm test` tries only some cases. */
const thorough = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('/thorough.js'));

/** Tests of many like cases, every case tried: `npm run test:thorough`. */
export default defineConfig({
  test: {
    include: thorough.filter((file) => !file.startsWith(join('test', 'hard'))),
    env: { THOROUGH: 'yes' },
    setupFiles: ['test/support/fixed-seed.ts'],
    globalSetup: ['test/support/build-once.ts'],
    // Against tests that hang: no test may fail because the machine is busy.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    pool: 'forks',
  },
});
