import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import usual from './vitest.config.js';

/** Files that `npm test` leaves out, and those of which it tries only some cases. */
const thorough = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((file) => file.endsWith('.test.ts'))
  .filter(
    (file) => file.endsWith('.thorough.test.ts') || readFileSync(file, 'utf8').includes('/thorough.js'),
  );

/**
 * Tests that start many processes or an engine of their own, named `*.thorough.test.ts`, and tests of many like cases, every
 * case tried as in the hard tests: `npm run test:thorough`.
 */
export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    exclude: [],
    include: thorough.filter((file) => !file.startsWith(join('test', 'hard'))),
    env: { THOROUGH: 'yes' },
  },
});
