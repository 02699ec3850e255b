/**
 * Builds dist unless it is newer than everything it is made of. npm runs `prepare` after `npm ci` and again whenever
 * `npx mingzhang` is first called in the checkout, where nothing is left to build.
 */
import { execSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBundleStale } from './bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist/bundled.json');
const sources = ['package.json', 'tsconfig.build.json', 'src', 'extractors', 'normalizers', 'data'];

function newestIn(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
if (isBundleStale() || statSync(built).mtimeMs < newest)
  execSync('npm run build', { cwd: root, stdio: 'inherit' });
