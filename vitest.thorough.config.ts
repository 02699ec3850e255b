import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import hard from './vitest.hard.config.js';

/** Files of which `npm test` tries only some cases. */
const thorough = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('/thorough.js'));

/** Tests of many like cases, every case tried as in the hard tests, several files at once: `npm run test:thorough`. */
export default defineConfig({
  ...hard,
  test: {
    ...hard.test,
    include: thorough.filter((file) => !file.startsWith(join('test', 'hard'))),
    fileParallelism: true,
  },
});
