/**
 * What the tests cost in processor time, which a busy machine hardly changes: `npm run bench:tests -- [--config FILE] [FILE…]`.
 * Seconds of every test file (its imports included), of the processes it started, and in all.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ViteUserConfig } from 'vitest/config';
import { startVitest } from 'vitest/node';

interface Cost {
  file: string;
  /** Seconds. */
  own: number;
  children: number;
}

const SLOWEST = 40;
const NOTING: ViteUserConfig = {
  test: { setupFiles: [fileURLToPath(new URL('bench-tests/note-processor-time.ts', import.meta.url))] },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    config: { type: 'string', default: 'vitest.config.ts' },
    all: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'processor-times-'));
process.env.PROCESSOR_TIMES = join(folder, 'times.jsonl');
const start = performance.now();
const vitest = await startVitest(
  'test',
  positionals,
  { config: values.config, watch: false, reporters: [['default', { summary: false }]] },
  NOTING,
);
await vitest.close();

const costs = readFileSync(process.env.PROCESSOR_TIMES, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Cost)
  .sort((a, b) => b.own + b.children - a.own - a.children);
rmSync(folder, { recursive: true });
const { user, system } = process.cpuUsage();
const [own, children] = [sumOf('own'), sumOf('children')];
const main = (user + system) / 1e6;

console.log('\n| 处理器秒 | 其中子进程 | 测试 |\n|---:|---:|---|');
for (const each of values.all ? costs : costs.slice(0, SLOWEST)) {
  const name = relative(process.cwd(), each.file);
  console.log(`| ${(each.own + each.children).toFixed(1)} | ${each.children.toFixed(1)} | ${name} |`);
}
console.log(
  `\n${costs.length} 个测试文件：处理器 ${(main + own + children).toFixed(0)} 秒（测试自己 ${own.toFixed(0)}，` +
    `它们的子进程 ${children.toFixed(0)}，编译与调度 ${main.toFixed(0)}），钟 ${((performance.now() - start) / 1000).toFixed(0)} 秒`,
);

function sumOf(part: 'own' | 'children'): number {
  return costs.reduce((sum, cost) => sum + cost[part], 0);
}
