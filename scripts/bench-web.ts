/**
 * Times the pages of the site: `npm run bench:web -- [FILE]` (default: a generated store of 20,000 indicators; the store at
 * the nation's size is `npm run generate:store -- FILE 2000000`). Server time of whole pages, in this process: the first
 * answer, and median and p95 of the answers after it, in milliseconds by the clock, their median in milliseconds of processor
 * time, and that as a multiple of the reference, a page without data (“没有这一页”).
 */
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../src/model/ports/store.js';
import { openPageDrawer } from '../src/pipeline/drawing/page-drawer.js';
import { openSqliteStore } from '../src/store/open-sqlite-store.js';
import { auditRunner } from '../src/web/audits/audit-runner.js';
import { createApp } from '../src/web/create-app.js';
import { sqlAsker } from '../src/web/sql-asker.js';
import { generateStore } from './generate-store.js';

const INDICATORS = 20_000;
const RUNS = 15;
const GOAL_MS = 100;
const REFERENCE = '/no-such-page';

const file = process.argv[2] ?? (await generatedFile());
const store = openSqliteStore(file, { readOnly: true });
const drawer = openPageDrawer(store);
const audits = auditRunner(file);
const app = createApp(
  { store, drawer, audits, sql: sqlAsker(file), readOnly: true },
  {
    host: '127.0.0.1',
    reportError: (error) => {
      throw error;
    },
  },
);

console.log(`${file}：${(statSync(file).size / 2 ** 20).toFixed(0)} MB\n`);
console.log('| 页 | 字节 | 第一次 | 中位 | p95 | 处理器 | 倍数 |\n|---|---:|---:|---:|---:|---:|---:|');
await measure(REFERENCE);
const reference = (await measure(REFERENCE)).processor;
const slow: string[] = [];
for (const path of await pathsOf(store)) {
  const { status, bytes, first, median, p95, processor } = await measure(path);
  if (status !== 200) throw new Error(`${path} 回答 ${status}`);
  if (p95 > GOAL_MS) slow.push(path);
  const figures = [
    bytes,
    first.toFixed(1),
    median.toFixed(1),
    p95.toFixed(1),
    processor.toFixed(1),
    (processor / reference).toFixed(0),
  ];
  console.log(`| ${decodeURIComponent(path)} | ${figures.join(' | ')} |`);
}
console.log(
  `\n参照页处理器 ${reference.toFixed(2)} 毫秒；目标 ${GOAL_MS} 毫秒，未达到：${slow.length === 0 ? '无' : slow.map(decodeURIComponent).join('、')}`,
);
await drawer.close();
await store.close();

/** One page of each kind, with and without filters, about things that are in the store. */
async function pathsOf({ sql, query }: Store): Promise<string[]> {
  const one = async (statement: string) => (await sql(statement)).rows[0] ?? {};
  const project = await one(
    'SELECT id, document_id, region_code, department_key FROM projects WHERE region_code IS NOT NULL LIMIT 1',
  );
  const indicator = await one('SELECT id FROM indicators LIMIT 1');
  const [finding] = (await query('findings', {}, { limit: 1, columns: ['id', 'rule'] })).rows;
  const paths: [string, Record<string, unknown>?][] = [
    ['/'],
    ['/search', { view: 'projects' }],
    ['/search', { view: 'projects', region: '湖南省', year: 2024, sort: '-amount_wan' }],
    ['/search', { view: 'projects', text: '信访' }],
    ['/search', { view: 'indicators' }],
    ['/search', { view: 'indicators', region: '湖南省', level1: '产出指标' }],
    ['/search', { view: 'indicators', text: '满意度', page: 20 }],
    ['/search', { view: 'findings' }],
    ['/department', { region: project.region_code, key: project.department_key }],
    [`/projects/${project.id}`],
    ['/documents'],
    ['/documents', { region: '湖南省' }],
    [`/documents/${project.document_id}`],
    [`/values/i${indicator.id}`],
    ['/findings'],
    ['/findings', { text: '满意度' }],
    ['/findings', { year: 2023, page: 20 }],
    ['/findings', { group: 'rule' }],
    ['/findings', { group: 'department' }],
    ['/findings', { group: 'department', region: '湖南省' }],
    ...(finding ? [[`/findings/${finding.id}`], ['/findings', { rule: finding.rule }]] : []),
    ['/rules'],
    ['/compare', { topic: '信访' }],
    ['/compare', { project: project.id }],
    ['/compare', { indicator: '满意度' }],
    ['/coverage', { region: '湖南省', year: 2024 }],
    ['/trend', { region: project.region_code, department: project.department_key }],
    ['/api'],
    ['/api/v1/store'],
    ['/api/v1/indicators', { region: '430204' }],
  ] as [string, Record<string, unknown>?][];
  return paths.map(([path, parameters]) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters ?? {})) query.set(name, String(value));
    return query.size === 0 ? path : `${path}?${query}`;
  });
}

interface Timing {
  status: number;
  bytes: number;
  first: number;
  median: number;
  p95: number;
  processor: number;
}

async function measure(path: string): Promise<Timing> {
  const clock: number[] = [];
  const processor: number[] = [];
  let status = 0;
  let bytes = 0;
  for (let run = 0; run <= RUNS; run++) {
    const started = performance.now();
    const before = process.cpuUsage();
    const response = await app.request(path);
    bytes = (await response.arrayBuffer()).byteLength;
    clock.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
    status = response.status;
  }
  const [first = 0, ...rest] = clock;
  return {
    status,
    bytes,
    first,
    median: at(rest, 0.5),
    p95: at(rest, 0.95),
    processor: at(processor.slice(1), 0.5),
  };
}

/** The value below which this share of the values lies. */
function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function generatedFile(): Promise<string> {
  const path = join(tmpdir(), `mingzhang-bench-web-${process.pid}.db`);
  await generateStore(path, INDICATORS);
  return path;
}
