import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOURCES } from '../support/build-once.js';
import { asPdf } from '../support/disclosure-formats/as-pdf.js';
import {
  COMMAND_EXAMPLES,
  IMPORTED_FOLDER,
  LIBRARY_EXAMPLES,
  showsSomething,
} from '../support/readme-examples.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const API_EXAMPLES = join(ROOT, 'docs/api/examples');
/** What the library examples show, in their order. */
const SHOWN = [
  /^ok \[ \[ '浏阳市委政法委员会', 2024, \d+ \] \]/,
  /没有读成的：\d[\s\S]*见义勇为[\s\S]*【宣传】/,
  /\d+ 份文档，\d+ 条待核实线索[\s\S]*rule/,
];
/** Runs the programs named one after the other in one process, and says after each that it has ended. */
const RUNNER = `for (const file of process.argv.slice(2)) {
  await import(file);
  console.log('■ ' + file);
}`;
/** Installing loads the dependencies from the registry, or from what npm has kept of them. */
const INSTALLING = 900_000;

/** What the bundle before this one leaves for processes that have started with it. */
const FORMER_CHUNK = join(ROOT, 'dist/chunks/former-chunk.js');

/** What a compiled module imports that is neither ours nor Node's. */
const LIBRARY = /(?:\bfrom|\bimport\(|^import) ?["']((?!node:)[a-z@][^"'$]+)["']/gm;
const OPTIONAL = /^onnxruntime|^@gutenye/;

let project: string;

/** Runs a line of a shell in the project. */
function run(line: string, cwd = project): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
  expect({ line, status, told: status === 0 ? '' : `${stdout}${stderr}` }).toEqual({
    line,
    status: 0,
    told: '',
  });
  return stdout;
}

/** A build declares types; a run of tests that compiles what changed does not. */
function areTypesStale(): boolean {
  const declared = join(ROOT, 'dist/src/index.d.ts');
  const changed = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => statSync(join(ROOT, folder, name)).mtimeMs),
  );
  return !existsSync(declared) || Math.max(...changed) > statSync(declared).mtimeMs;
}

/** An empty project with the packed program installed, as anybody would. */
beforeAll(() => {
  project = newFolder({ 'package.json': '{"name": "empty", "private": true}\n' });
  if (areTypesStale()) run('npx tsc -p tsconfig.build.json --emitDeclarationOnly', ROOT);
  writeFileSync(FORMER_CHUNK, '');
  try {
    run(`npm run --silent pack -- "${project}"`, ROOT);
  } finally {
    rmSync(FORMER_CHUNK);
  }
  const packed = readdirSync(project).find((name) => name.endsWith('.tgz'));
  run(`npm install --no-audit --no-fund --prefer-offline "./${packed}"`);
  cpSync(join(project, 'node_modules/mingzhang/samples'), join(project, 'samples'), { recursive: true });
  cpSync(join(project, 'samples'), join(project, IMPORTED_FOLDER), { recursive: true });
}, INSTALLING);
afterAll(() => removeFolder(project));

describe('the packed program in a project of its own', () => {
  it('has the chunks of one bundle', () => {
    const { files } = JSON.parse(readFileSync(join(ROOT, 'dist/bundled.json'), 'utf8')) as {
      files: string[];
    };
    const chunks = files.filter((file) => file.startsWith('chunks/')).map((file) => basename(file));
    const packed = readdirSync(join(project, 'node_modules/mingzhang/dist/chunks'));
    expect(new Set(packed)).toEqual(new Set(chunks));
  });

  it.each(LIBRARY_EXAMPLES.map((code, n) => [n + 1, code]))(
    'runs library example %d of the README',
    (n, code) => {
      writeFileSync(join(project, `${n}.mjs`), `${code}`);
      expect(run(`node ${n}.mjs`)).toMatch(SHOWN[Number(n) - 1] ?? /^$/);
    },
  );

  it.each([{ module: 'nodenext' }, { module: 'esnext', moduleResolution: 'bundler' }])(
    'has types that hold, its own included: %o',
    (module) => {
      const files = LIBRARY_EXAMPLES.map((code, n) => {
        writeFileSync(join(project, `typed-${n}.mts`), code);
        return `typed-${n}.mts`;
      });
      const compilerOptions = {
        ...module,
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        target: 'es2023',
        lib: ['es2023', 'dom'],
        types: [],
      };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      run(`"${process.execPath}" "${join(ROOT, 'node_modules/typescript/bin/tsc')}" -p .`);
    },
  );

  it('has all that the program loads of its libraries', () => {
    const program = join(project, 'node_modules/mingzhang');
    const loaded = new Set(
      readdirSync(join(program, 'dist'), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.m?js$/.test(name))
        .flatMap((name) => [...readFileSync(join(program, 'dist', name), 'utf8').matchAll(LIBRARY)])
        .map(([, module = '']) => module)
        .filter((module) => !OPTIONAL.test(module)),
    );
    expect(loaded.size).toBeGreaterThan(20);
    writeFileSync(
      join(program, 'load.mjs'),
      `import '${pathToFileURL(join(ROOT, 'dist/extractors/pdf/without-drawing.js'))}';
       for (const module of process.argv.slice(2)) await import(module);`,
    );
    run(`node load.mjs ${[...loaded].join(' ')}`, program);
  });

  it('reads with the second readers too', () => {
    writeFileSync(join(project, 'a.pdf'), asPdf([{ kind: 'paragraph', text: '河道清淤', place: 'p1 ¶1' }]));
    expect(run('npx mingzhang verify a.pdf 2>&1')).toContain('pdf-parse');
  });

  it('is light', () => {
    const native = ['better-sqlite3', 'onnxruntime-node', 'onnxruntime-common', '@gutenye'];
    const left = native.map((name) => `--exclude=${name}`).join(' ');
    expect(Number.parseInt(run(`du -sm ${left} node_modules`), 10)).toBeLessThan(90);
  });

  it('runs every example of the pages of the API, and each shows something', () => {
    run('npx mingzhang import samples --db 明账.db && npx mingzhang audit --db 明账.db');
    writeFileSync(join(project, 'run.mjs'), RUNNER);
    const files = readdirSync(API_EXAMPLES).map((name) => `./${name.replace(/\.js$/, '.mjs')}`);
    for (const file of files)
      writeFileSync(join(project, file), readFileSync(join(API_EXAMPLES, file.replace(/\.mjs$/, '.js'))));
    const shown = run(`node run.mjs ${files.join(' ')}`)
      .split(/^■ .*\n/m)
      .slice(0, -1);
    expect(shown).toHaveLength(files.length);
    for (const [n, text] of shown.entries()) expect(text, files[n]).not.toBe('');
  });

  it('runs every command of the README', () => {
    const lines = [...COMMAND_EXAMPLES].sort(
      (a, b) => Number(b.includes(' import ')) - Number(a.includes(' import ')),
    );
    for (const line of lines) {
      const shown = run(line);
      if (showsSomething(line)) expect(shown, line).not.toBe('');
    }
    expect(readdirSync(join(project, '导出'))).toContain('datapackage.json');
  });
});
