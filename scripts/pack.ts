/**
 * Packs the program together with its libraries: `npm run pack [-- FOLDER]` writes mingzhang-*.tgz into the folder (default
 * this one), after bringing dist up to date. `npm pack` leaves the libraries to whoever installs the file, with all that they ask for; here come only the
 * packages that stand in node_modules by `overrides`, without files nobody loads. What is native (better-sqlite3, and the
 * optional recognition of texts) is installed as ever.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BundledPackage, bundledPackages, readManifest } from './pack/bundled-packages.js';
import { isLeftOut } from './pack/left-out.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const NATIVE = ['better-sqlite3'];

const [folder = ROOT, ...others] = process.argv.slice(2);
if (folder.startsWith('-') || others.length > 0) {
  console.error('用法：npm run pack -- [文件夹]');
  process.exit(2);
}
const target = resolve(folder);
bringUpToDate();
const stage = mkdtempSync(join(tmpdir(), 'mingzhang-pack-'));
try {
  const { devDependencies, overrides, scripts, allowScripts, ...manifest } = readManifest(ROOT);
  const bundleDependencies = Object.keys(manifest.dependencies ?? {}).filter(
    (name) => !NATIVE.includes(name),
  );
  for (const file of packedFiles()) cpSync(join(ROOT, file), join(stage, file));
  for (const each of bundledPackages(bundleDependencies, MODULES)) copyPackage(each);
  writeJson(join(stage, 'package.json'), { ...manifest, bundleDependencies });
  console.log(npm(stage, 'pack', '--ignore-scripts', '--silent', '--pack-destination', target).trim());
} finally {
  rmSync(stage, { recursive: true });
}

/** What the compiler says goes to stderr: stdout names the file. */
function bringUpToDate(): void {
  const build = join(ROOT, 'scripts', 'build-if-stale.mjs');
  if (spawnSync(process.execPath, [build], { stdio: ['ignore', 2, 2] }).status === 0) return;
  console.error('没有打包：编译没有成功，原因见上');
  process.exit(1);
}

/** What `npm pack` would put into the file. */
function packedFiles(): string[] {
  const [packed] = JSON.parse(npm(ROOT, 'pack', '--dry-run', '--ignore-scripts', '--json'));
  return packed.files.map(({ path }: { path: string }) => path);
}

function copyPackage({ place, manifest }: BundledPackage): void {
  const [from, to] = [join(MODULES, place), join(stage, 'node_modules', place)];
  mkdirSync(to, { recursive: true });
  cpSync(from, to, {
    recursive: true,
    dereference: true,
    filter: (file) => {
      const path = relative(from, file).split(sep).join('/');
      return path === '' || !(path.startsWith('node_modules') || isLeftOut(manifest.name, path));
    },
  });
  writeJson(join(to, 'package.json'), manifest);
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
