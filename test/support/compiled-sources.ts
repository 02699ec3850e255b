import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';
import { SOURCES } from './build-once.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');

/**
 * Has the tests import the sources as `build-once.ts` compiled them: Node loads those itself, which costs less than to
 * transform each for the runner, and is what people run.
 */
export const compiledSources: Plugin = {
  name: 'compiled-sources',
  enforce: 'pre',
  config: () => ({ test: { server: { deps: { external: [/\/dist\//] } } } }),
  resolveId(specifier, importer) {
    if (importer === undefined || !specifier.startsWith('.')) return null;
    const path = relative(ROOT, resolve(dirname(importer), specifier));
    return path.endsWith('.js') && SOURCES.some((folder) => path.startsWith(`${folder}${sep}`))
      ? join(DIST, path)
      : null;
  },
};
