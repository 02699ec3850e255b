/**
 * What a new user would do, with each command printed before its output: imports samples/ into a store of its own, compares
 * counties, and lists what does not add up.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = join(ROOT, 'dist/src/cli/main.js');

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-demo-'));
const env = {
  ...process.env,
  MINGZHANG_DB: join(folder, 'demo.db'),
  COLUMNS: String(process.stdout.columns ?? 120),
};

/** Runs one command as the user would type it; answers its stdout. */
function run(args: string[], show = true): string {
  if (show) console.log(`\n$ npx mingzhang ${args.map(quoted).join(' ')}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  if (show) process.stdout.write(stdout + stderr);
  if (status === SOME_UNREAD) console.log('（样本中的扫描件要安装文字识别才能读，见上。）');
  else if (status !== 0) throw new Error(`mingzhang ${args.join(' ')}：退出码 ${status}\n${stderr}`);
  return stdout;
}

/** Exit code where some input was not read: the scan among the samples, without the optional parts. */
const SOME_UNREAD = 3;

type Row = Record<string, string | number | null>;

const rowsOf = (args: string[]): Row[] => JSON.parse(run([...args, '--format', 'json'], false)) as Row[];

function explainFinding(finding: Row | undefined): void {
  if (finding) run(['explain', `f${finding.id}`]);
}

/** Whole packs: their statements side by side, what does not agree with them, and how much of 项目支出 has targets. */
function showStatements(findings: readonly Row[]): void {
  const statements = rowsOf(['query', 'statements', '--kind', 'expenditure']);
  if (statements.length === 0) return;
  run(['compare', '--statement', '支出总表']);
  run(['compare', '--statement', '三公']);
  explainFinding(findings.find(({ rule }) => STATEMENT_RULES.test(String(rule))));
  for (const { region, region_code: code, year } of firstOf(statements)) {
    run(['coverage', '--region', String(code ?? region), '--year', String(year)]);
  }
  console.log('\n各部门的项目支出中有多少公开了绩效目标，见网站的部门页（npx mingzhang serve）。');
}

/** A project from promise to result to promise, whose next target asks for much less than was reached. */
function showMovedBar(findings: readonly Row[]): void {
  const moved = findings.find(({ rule }) => rule === 'bar-lowered');
  if (!moved) return;
  const named = rowsOf([
    'query',
    'projects',
    '--project',
    String(moved.project),
    '--year',
    String(moved.year),
  ]);
  for (const { id } of firstOf(named)) run(['track', `p${id}`]);
}

/** Rules over statements, the prose beside them, and the forms against them. */
const STATEMENT_RULES = /statement|narrative/;

const firstOf = <T>(rows: readonly T[]): T[] => rows.slice(0, 1);

const quoted = (argument: string): string => (/[\s*()]/.test(argument) ? `"${argument}"` : argument);

try {
  run(['import', 'samples']);
  run(['query', 'projects', '--text', '见义勇为']);
  run(['query', 'projects', '--text', '铁路护路']);
  run(['audit']);
  const findings = rowsOf(['query', 'findings']);
  explainFinding(findings[0]);
  showStatements(findings);
  showMovedBar(findings);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
