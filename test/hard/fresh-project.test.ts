import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_EXAMPLES, IMPORTED_FOLDER, LIBRARY_EXAMPLES } from '../support/readme-examples.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const API_EXAMPLES = join(ROOT, 'docs/api/examples');
/** Runs the programs named one after the other in one process, and says after each that it has ended. */
const RUNNER = `for (const file of process.argv.slice(2)) {
  await import(file);
  console.log('■ ' + file);
}`;
/** Installing loads the dependencies from the registry, or from what npm has kept of them. */
const INSTALLING = 900_000;

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

/** An empty project with the packed program installed, as anybody would. */
beforeAll(() => {
  project = newFolder({ 'package.json': '{"name": "empty", "private": true}\n' });
  run('npx tsc -p tsconfig.build.json --emitDeclarationOnly', ROOT);
  run(`npm pack --silent --pack-destination "${project}"`, ROOT);
  const packed = readdirSync(project).find((name) => name.endsWith('.tgz'));
  run(`npm install --no-audit --no-fund --prefer-offline "./${packed}"`);
  cpSync(join(project, 'node_modules/mingzhang/samples'), join(project, 'samples'), { recursive: true });
  cpSync(join(project, 'samples'), join(project, IMPORTED_FOLDER), { recursive: true });
}, INSTALLING);
afterAll(() => removeFolder(project));

describe('the packed program in a project of its own', () => {
  it.each(LIBRARY_EXAMPLES.map((code, n) => [n + 1, code]))(
    'runs library example %d of the README',
    (n, code) => {
      writeFileSync(join(project, `${n}.mjs`), `${code}`);
      expect(run(`node ${n}.mjs`)).not.toBe('');
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
    for (const line of lines) run(line);
    expect(readdirSync(join(project, '导出'))).toContain('datapackage.json');
  });
});
