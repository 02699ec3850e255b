import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { apiPages } from '../../scripts/generate-api-doc.js';
import { IS_THOROUGH } from '../support/thorough.js';

const FOLDER = fileURLToPath(new URL('../../docs/api', import.meta.url));

it.runIf(IS_THOROUGH)('docs/api is what the library exports (npm run docs:update writes it)', () => {
  const pages = apiPages();
  const standing = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  expect(standing.sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(join(FOLDER, name), 'utf8'), name).toBe(text);
  const ofExamples = readdirSync(join(FOLDER, 'examples')).map((name) => name.replace(/\.js$/, '.md'));
  expect(ofExamples.filter((name) => !pages.has(name))).toEqual([]);
});
