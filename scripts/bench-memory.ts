/**
 * Peak memory of commands by the size of what they are given: `npm run bench:memory -- [DOCUMENTS]` (default 125) over generated
 * stores of 1, 2, 4 and 8 times as many documents, and workbooks of 1, 2, 4 and 8 times 6,250 rows. Every command is a process of
 * its own; prints its largest resident memory in MB, and its processor time in seconds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import buildOnce from '../test/support/build-once.js';
import { countArgument } from './count-argument.js';
import { INDICATORS_PER_DOCUMENT } from './generated-store/generated-document.js';

const COMMAND = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
const READ_WORKBOOK = fileURLToPath(new URL('read-workbook.mjs', import.meta.url));
const TELL_PEAK = new URL('tell-peak.mjs', import.meta.url).href;
const FACTORS = [1, 2, 4, 8];
const WORKBOOK_ROWS = 6_250;
const DOCUMENTS = countArgument(0, 125, 'npm run bench:memory -- [文档数]');

interface Peak {
  megabytes: number;
  seconds: number;
}

const work = mkdtempSync(join(tmpdir(), 'mingzhang-memory-'));
const at = (name: string): string => join(work, name);

/** Commands on what stands in the folder; what they write they leave there. */
const COMMANDS: [title: string, args: string[]][] = [
  ['核查', [COMMAND, 'audit', '--again', '--db', at('store.db')]],
  [
    '核查结果 JSON',
    [COMMAND, 'audit', '--format', 'json', '--db', at('store.db'), '--output', at('疑点.json')],
  ],
  ['核查结果 CSV', [COMMAND, 'audit', '--format', 'csv', '--db', at('store.db'), '--output', at('疑点.csv')]],
  [
    '核查结果工作簿',
    [COMMAND, 'audit', '--format', 'xlsx', '--db', at('store.db'), '--output', at('疑点.xlsx')],
  ],
  ['导出', [COMMAND, 'export', '--db', at('store.db'), '--to', at('导出')]],
  ['读工作簿', [READ_WORKBOOK, at('large.xlsx')]],
];

try {
  await buildOnce();
  const peaks = new Map<string, Peak[]>();
  for (const factor of FACTORS) {
    script('generate-store.ts', at('store.db'), String(DOCUMENTS * factor * INDICATORS_PER_DOCUMENT));
    script('write-large-workbook.ts', at('large.xlsx'), String(WORKBOOK_ROWS * factor));
    for (const [title, args] of COMMANDS) {
      const peak = measured(args);
      peaks.set(title, [...(peaks.get(title) ?? []), peak]);
      console.error(`${factor}× ${title}：${peak.megabytes.toFixed(0)} MB，${peak.seconds.toFixed(1)} s`);
    }
    rmSync(at('导出'), { recursive: true });
  }
  const sizes = FACTORS.map((factor) => `${DOCUMENTS * factor} 份（${WORKBOOK_ROWS * factor} 行）`);
  console.log(`| 命令 | ${sizes.join(' | ')} |\n|---|${'---:|'.repeat(FACTORS.length)}`);
  for (const [title, of] of peaks) {
    const cells = of.map(({ megabytes, seconds }) => `${megabytes.toFixed(0)} MB、${seconds.toFixed(1)} s`);
    console.log(`| ${title} | ${cells.join(' | ')} |`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** In a process of its own: what this one has held would count as held by those it starts. */
function script(name: string, ...args: string[]): void {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${name} 退出码 ${status}`);
}

function measured(args: string[]): Peak {
  const { status, output } = spawnSync(process.execPath, ['--import', TELL_PEAK, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    maxBuffer: 1024,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} 退出码 ${status}`);
  return JSON.parse(String(output[3])) as Peak;
}
