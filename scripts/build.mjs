/**
 * Builds dist. What runs from it or starts meanwhile finds all it asks for: the sources are compiled beside dist, what came out
 * takes its place file by file, and only then is removed what no source stands for any more. Where the types are wrong, dist
 * stays as it was.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, ENTRIES } from './bundle.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const TSC = join('node_modules', 'typescript', 'bin', 'tsc');
/** Written, and cleared of what is old, by the bundler. */
const BUNDLED = /^(?:chunks[\\/]|bundled\.json$)/;

// Ctrl-C ends the compiler and the bundler, and so this, which first clears what stands beside dist.
process.on('SIGINT', () => {});

const begun = new Date();
const beside = mkdtempSync(`${DIST}-`);
try {
  process.exitCode = run(TSC, '-p', 'tsconfig.build.json', '--outDir', beside);
  if (process.exitCode === 0) process.exitCode = run('scripts/copy-assets.mjs', basename(beside));
  if (process.exitCode === 0) await replaceDist();
} finally {
  rmSync(beside, { recursive: true, force: true });
}

function run(script, ...given) {
  const { status } = spawnSync(process.execPath, [script, ...given], { cwd: ROOT, stdio: 'inherit' });
  return status ?? 1;
}

async function replaceDist() {
  const built = filesIn(beside);
  const entries = ENTRIES.map((entry) => join(entry.replace(/\.ts$/, '.js')));
  for (const file of built.filter((each) => !entries.includes(each))) moveIntoPlace(file);
  const bundled = await bundle();
  removeOthers(new Set([...built, ...bundled.map((file) => join(file))]));
}

/** As old as the moment before its source was read: who changes that meanwhile finds it to be newer. */
function moveIntoPlace(file) {
  const [from, to] = [join(beside, file), join(DIST, file)];
  mkdirSync(dirname(to), { recursive: true });
  utimesSync(from, begun, begun);
  renameSync(from, to);
}

/** What is newer is written by another build, or by tests, at the same time. */
function removeOthers(kept) {
  for (const file of filesIn(DIST)) {
    if (kept.has(file) || BUNDLED.test(file)) continue;
    const written =
      statSync(join(DIST, file), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (written < begun.getTime()) rmSync(join(DIST, file), { force: true });
  }
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
