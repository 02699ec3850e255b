/**
 * What starting the command costs, over a bare start of Node: `npm run bench:start`. Milliseconds of processor time, which a
 * busy machine hardly changes, as the mean of some starts of the compiled command. Goal: 120 ms.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processorTime } from './bench-tests/processor-time.js';

const COMMAND = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../samples/hunan-liuyang.txt', import.meta.url));
const STARTS = 21;

const CALLS = [
  [],
  ['--version'],
  ['query', '--help'],
  ['import', '--help'],
  ['query', 'projects'],
  ['sql', 'select 1'],
  ['audit'],
  ['explain', 'f1'],
  ['formats'],
];

const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
try {
  run(COMMAND, 'import', SAMPLE);
  const bare = cost('-e', '0');
  console.log(`Node ${process.version}：${bare.toFixed(0)} ms\n\n| 命令 | 比 Node 多 |\n|---|---:|`);
  for (const call of CALLS) {
    const more = cost(COMMAND, ...call) - bare;
    console.log(`| mingzhang ${call.join(' ')} | ${more.toFixed(0)} ms |`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function cost(...args: string[]): number {
  const before = processorTime().children;
  for (let start = 0; start < STARTS; start++) run(...args);
  return ((processorTime().children - before) * 1000) / STARTS;
}

function run(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}：${stderr}`);
}
