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
  if (status !== 0) throw new Error(`mingzhang ${args.join(' ')}：退出码 ${status}\n${stderr}`);
  return stdout;
}

const quoted = (argument: string): string => (/[\s*()]/.test(argument) ? `"${argument}"` : argument);

try {
  run(['import', 'samples']);
  run(['query', 'projects', '--text', '见义勇为']);
  run(['query', 'projects', '--text', '铁路护路']);
  run(['audit']);
  const [finding] = JSON.parse(run(['query', 'findings', '--format', 'json', '--limit', '1'], false)) as {
    id: number;
  }[];
  if (finding) run(['explain', `f${finding.id}`]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
