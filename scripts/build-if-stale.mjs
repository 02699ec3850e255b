/**
 * Builds dist unless it is newer than everything it is made of. npm runs `prepare` after `npm ci` and again whenever
 * `npx mingzhang` is first called in the checkout, where nothing is left to build.
 */
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Written last, and as old as the moment the sources were read. */
const built = join(root, 'dist/bundled.json');
const sources = [
  'package.json',
  'scripts/bundle.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'src',
  'extractors',
  'normalizers',
  'data',
];

function newestIn(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
const isStale = !existsSync(built) || statSync(built).mtimeMs < newest;
if (isStale) execSync('npm run build', { cwd: root, stdio: 'inherit' });
