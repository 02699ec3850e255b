import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { ASSETS } from '../../scripts/assets.mjs';
import { bundleIfStale, ENTRIES } from '../../scripts/bundle.mjs';
import { writeWhole } from '../../scripts/write-whole.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
/** Folders that are compiled. */
export const SOURCES = ['src', 'extractors', 'normalizers'];

/**
 * Brings dist up to date before the tests, since child processes and the command itself run compiled code: transpiles the
 * sources that are newer than their result, and bundles what processes start with. Types are checked by `npm run check`, not
 * here, so a test run starts at once.
 */
export default async function buildOnce(): Promise<void> {
  const sources = SOURCES.flatMap((folder) => filesIn(join(ROOT, folder))).filter((file) =>
    /(?<!\.d)\.tsx?$/.test(file),
  );
  const bundled = new Set(ENTRIES.map((entry) => join(ROOT, entry)));
  for (const source of sources) if (!bundled.has(source)) transpile(source);
  const copied = ASSETS.flatMap((asset) => copyNewer(join(ROOT, asset), join(DIST, asset)));
  removeOrphans(new Set([...sources.map(compiledPath), ...copied]));
  await bundleIfStale();
}

const compiledPath = (source: string): string => join(DIST, relative(ROOT, source)).replace(/\.tsx?$/, '.js');

function transpile(source: string): void {
  const target = compiledPath(source);
  if (isFresh(target, source)) return;
  const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
    fileName: source,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      jsx: ts.JsxEmit.ReactJSX,
      jsxImportSource: 'hono/jsx',
    },
  });
  writeWhole(target, outputText);
}

/** Copies what is newer; answers every path it stands at. */
function copyNewer(from: string, to: string): string[] {
  const files = statSync(from).isDirectory() ? filesIn(from) : [from];
  return files.map((file) => {
    const target = join(to, relative(from, file));
    if (!isFresh(target, file)) cpSync(file, target);
    return target;
  });
}

function removeOrphans(built: Set<string>): void {
  for (const folder of SOURCES) {
    for (const file of filesIn(join(DIST, folder))) {
      if (file.endsWith('.js') && !built.has(file)) rmSync(file, { force: true });
    }
  }
}

const isFresh = (target: string, source: string): boolean =>
  existsSync(target) && statSync(target).mtimeMs >= statSync(source).mtimeMs;

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
