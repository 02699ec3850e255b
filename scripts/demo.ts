/**
 * What a new user would do, with each command printed before its output: imports samples/ into a store of its own, lists what
 * does not add up, follows a project whose bar was moved, and ends on the finding whose own words show the slip. The store
 * stays, so that its pages can be opened.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = join(ROOT, 'dist/src/cli/main.js');
const SITE = 'http://127.0.0.1:8421';

const folder = join(tmpdir(), `mingzhang-demo-${userInfo().username}`);
const store = join(folder, 'demo.db');

/** Runs one command as the user would type it. */
function run(args: string[]): { stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: ROOT,
    env: { ...process.env, MINGZHANG_DB: store, COLUMNS: String(process.stdout.columns ?? 120) },
    encoding: 'utf8',
  });
  if (status !== 0 && status !== SOME_UNREAD)
    throw new Error(`mingzhang ${args.join(' ')}：退出码 ${status}\n${stderr}`);
  return { stdout, stderr };
}

/** Shows a command and what it prints; of its messages only those behind the last blank line, which sum it up. */
function show(args: string[]): void {
  console.log(`$ npx mingzhang ${args.join(' ')}`);
  const { stdout, stderr } = run(args);
  console.log(`${stdout}${stderr.split('\n\n').at(-1)}`);
}

/** Exit code where some input was not read: the scan among the samples, without the optional parts. */
const SOME_UNREAD = 3;

type Row = Record<string, string | number | null>;

const rowsOf = (args: string[]): Row[] => JSON.parse(run([...args, '--format', 'json']).stdout) as Row[];

/** The gravest kind of finding that has a calculation, and of those the one that quotes most. */
function bestFinding(): Row {
  const findings = rowsOf(['query', 'findings', '--severity', 'error']);
  const calculated = findings.filter(({ formula, quote }) => formula !== null && quote !== null);
  const [best] = calculated.sort((a, b) => String(b.quote).length - String(a.quote).length);
  if (best === undefined) throw new Error('样本里没有带算式的疑点');
  return best;
}

/** A project whose next target asks for much less than was reached. */
function projectWithMovedBar(): string[] {
  const moved = rowsOf(['query', 'findings']).find(({ rule }) => rule === 'bar-lowered');
  if (moved === undefined) throw new Error('样本里没有调低的指标值');
  const [project] = rowsOf([
    ...['query', 'projects', '--project', String(moved.project)],
    ...['--year', String(moved.year)],
  ]);
  return [`p${project?.id}`, '--year', String(moved.year)];
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
show(['import', 'samples']);
show(['audit', '--format', 'html', '--output', join(folder, '疑点.html')]);
show(['track', ...projectWithMovedBar()]);
const { id, region, department, project, message, quote, formula, place, document_id } = bestFinding();
const [document] = rowsOf(['sql', `select path from documents where id = ${document_id}`]);
console.log(`其中一条，原文自己就算不拢（待核实的线索，不是结论）：
  f${id}  ${[region, department, project].filter(Boolean).join(' · ')}
  原文  「${quote}」
  算式  ${formula}
  说明  ${message}
  位置  ${document?.path}  ${place}
  网页  ${SITE}/findings/${id}，先运行 npx mingzhang serve --db ${store}`);
