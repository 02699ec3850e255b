import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import usual from './vitest.config.js';

/** Files of which `npm test` tries only some cases. */
const thorough = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('/thorough.js'));

/** Tests of many like cases, every case tried as in the hard tests: `npm run test:thorough`. */
export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    include: thorough.filter((file) => !file.startsWith(join('test', 'hard'))),
    env: { THOROUGH: 'yes' },
  },
});
