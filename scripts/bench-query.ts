/**
 * Times the questions people put to a store: `npm run bench:query -- [FILE] [postgres://…]` (default: a generated store of 20,000
 * indicators). Cold: a new connection after the file has left the system's cache (`dd iflag=nocache`, GNU); warm: one
 * connection, the question asked before. Prints median and p95 in
 * milliseconds, the median of processor time where other work slows the clock, and bytes per indicator.
 *
 * With the address of the same store on a server of this machine: warm processor time of both beside each other, that of the
 * server's process (/proc, Linux) told apart.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statementsCompared } from '../src/app/compare-statements.js';
import { track } from '../src/app/track.js';
import type { SubjectFilter } from '../src/model/filters.js';
import type { Store } from '../src/model/ports/store.js';
import { openPostgresStore } from '../src/store/open-postgres-store.js';
import { openSqliteStore } from '../src/store/open-sqlite-store.js';
import { openConnection } from '../src/store/server/connection.js';
import { generateStore } from './generate-store.js';

const COMMAND = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url));
const INDICATORS = 20_000;
const COLD_RUNS = 5;
const WARM_RUNS = 15;
const SERVER_RUNS = 5;
const PAGE = { limit: 50 };

const file = process.argv[2] ?? (await generatedFile());
const address = process.argv[3];

/** A department that the store has promises of. */
const SOMEWHERE = (
  await withStore((store) =>
    store.sql('SELECT province, region_code AS region, department_key AS department FROM projects LIMIT 1'),
  )
).rows[0] as { province: string; region: string; department: string };

type Question = [group: string, name: string, ask: (store: Store) => Promise<unknown>];

const FACETS = ['severity', 'rule', 'province', 'year'];

const QUESTIONS: Question[] = [
  ['列表', '一县一年的指标', (store) => store.query('indicators', { region: '石峰区', year: 2023 }, PAGE)],
  ['列表', '一省的项目', (store) => store.query('projects', { region: '湖南省' }, PAGE)],
  ['列表', '全国的数量指标', (store) => store.query('indicators', { level2: '数量指标' }, PAGE)],
  [
    '列表',
    '全国一个部门的预算',
    (store) => store.query('budgets', { department: '水利局', year: 2024 }, PAGE),
  ],
  ['列表', '名称含 见义勇为 的项目', (store) => store.query('projects', { project: '见义勇为' }, PAGE)],
  ['列表', '文字含 见义勇为 的指标', (store) => store.query('indicators', { text: '见义勇为' }, PAGE)],
  ['列表', '文字含 见义勇为 的疑点', (store) => store.query('findings', { text: '见义勇为' }, PAGE)],
  ['排序', '全国项目按金额', (store) => store.query('projects', {}, { ...PAGE, sort: '-amount_wan' })],
  [
    '排序',
    '一省项目按金额',
    (store) => store.query('projects', { region: '湖南省' }, { ...PAGE, sort: '-amount_wan' }),
  ],
  ['排序', '一年指标按名称', (store) => store.query('indicators', { year: 2023 }, { ...PAGE, sort: 'name' })],
  [
    '排序',
    '一部门指标按年度',
    (store) => store.query('indicators', { department: '水利局' }, { ...PAGE, sort: '-year' }),
  ],
  ['排序', '全国疑点先重后轻', (store) => store.query('findings', {}, { ...PAGE, sort: 'severity' })],
  ['排序', '全国疑点按规则', (store) => store.query('findings', {}, { ...PAGE, sort: 'rule' })],
  ['排序', '全国疑点按差额', (store) => store.query('findings', {}, { ...PAGE, sort: '-difference_wan' })],
  ['翻页', '指标第 10001 行起', (store) => store.query('indicators', {}, { ...PAGE, offset: 10_000 })],
  [
    '翻页',
    '一省项目按金额第 5001 行起',
    (store) => store.query('projects', { region: '湖南省' }, { ...PAGE, sort: '-amount_wan', offset: 5_000 }),
  ],
  [
    '翻页',
    '疑点先重后轻第 10001 行起',
    (store) => store.query('findings', {}, { ...PAGE, sort: 'severity', offset: 10_000 }),
  ],
  ['预算表', '一县的预算表', (store) => store.query('statements', { region: '石峰区' }, PAGE)],
  ['预算表', '全国三公表', (store) => store.query('statements', { kind: 'three-public' }, PAGE)],
  [
    '预算表',
    '一省一年支出总表的数字',
    (store) => store.query('statement_items', { region: '湖南省', year: 2023, kind: 'expenditure' }, PAGE),
  ],
  ['预算表', '项目含 公务接待 的数字', (store) => store.query('statement_items', { text: '公务接待' }, PAGE)],
  ['预算表', '含 公务接待 的行数', (store) => store.count('statement_items', { text: '公务接待' })],
  ['预算表', '一省的预算表按表类计数', (store) => store.facets('statements', { region: '湖南省' }, ['kind'])],
  ['预算表', '一部门一年的三公并列', (store) => compareKind(store, { department: '水利局', year: 2023 })],
  ['预算表', '一省一年的三公并列', (store) => compareKind(store, { region: '湖南省', year: 2023 })],
  ['预算表', '全国三公并列，前 300 张', (store) => compareKind(store, {}, 300)],
  [
    '行数',
    '一省一年的数量指标',
    (store) => store.count('indicators', { region: '湖南省', year: 2023, level2: '数量指标' }),
  ],
  ['行数', '文字含 培训 的指标', (store) => store.count('indicators', { text: '培训' })],
  ['行数', '全国单元格', (store) => store.count('cells')],
  ['全文', '见义勇为', (store) => store.search('见义勇为')],
  ['全文', '宣传', (store) => store.search('宣传')],
  ['全文', '禁毒 AND (培训 OR 走访) NOT 学生', (store) => store.search('禁毒 AND (培训 OR 走访) NOT 学生')],
  ['全文', '湖南省的 信访', (store) => store.search('信访', { region: '湖南省' })],
  ['分面', '全部指标', (store) => store.facets('indicators')],
  ['分面', '一年的指标', (store) => store.facets('indicators', { year: 2023 })],
  ['分面', '一省的指标', (store) => store.facets('indicators', { region: '湖南省' })],
  ['分面', '一部门的指标', (store) => store.facets('indicators', { department: '水利局' })],
  ['分面', '名为“…局”的部门的指标', (store) => store.facets('indicators', { department: '局' })],
  ['分面', '项目名含 见义勇为 的指标', (store) => store.facets('indicators', { project: '见义勇为' })],
  ['分面', '文字含 见义勇为 的指标', (store) => store.facets('indicators', { text: '见义勇为' })],
  ['分面', '全部疑点', (store) => store.facets('findings', {}, FACETS)],
  ['分面', '一省的疑点', (store) => store.facets('findings', { region: '湖南省' }, FACETS)],
  ['分面', '全部文档', (store) => store.facets('documents')],
  [
    '汇总',
    '各省各年项目数与金额',
    (store) =>
      store.sql('SELECT province, year, sum(projects), sum(amount_wan) FROM project_counts GROUP BY 1, 2'),
  ],
  [
    '汇总',
    '各省各二级指标的指标数',
    (store) => store.sql('SELECT province, level2, sum(indicators) FROM indicator_counts GROUP BY 1, 2'),
  ],
  ['目标与结果', '一部门逐项', (store) => track(store, SOMEWHERE)],
  ['目标与结果', '一省各部门', (store) => track(store, { region: SOMEWHERE.province })],
  ['目标与结果', '一省一年各部门', (store) => track(store, { region: SOMEWHERE.province, year: 2023 })],
  ['目标与结果', '一县各部门', (store) => track(store, { region: SOMEWHERE.region })],
  [
    '目标与结果',
    '一县一年的结果',
    (store) => store.query('outcomes', { region: SOMEWHERE.region, year: 2022 }, PAGE),
  ],
  [
    '目标与结果',
    '各省各种结果的条数',
    (store) => store.sql('SELECT province, status, count(*) FROM outcomes GROUP BY 1, 2'),
  ],
  ['汇总', '概况', (store) => store.summary()],
  ['汇总', '各省的文档', (store) => store.countBy('province')],
  [
    '逐条分组',
    '各省各年项目数与金额',
    (store) => store.sql('SELECT province, year, count(*), sum(amount_wan) FROM projects GROUP BY 1, 2'),
  ],
  [
    '逐条分组',
    '各省各二级指标的指标数',
    (store) => store.sql('SELECT province, level2, count(*) FROM indicators GROUP BY 1, 2'),
  ],
];

const compareKind = (store: Store, filter: SubjectFilter, most?: number): Promise<unknown> =>
  statementsCompared(store, 'three-public', filter, most);

const indicators = Number(
  (await withStore((store) => store.sql('SELECT count(*) n FROM indicators'))).rows[0]?.n,
);
const bytes = statSync(file).size;
console.log(
  `${file}：指标 ${indicators}，${(bytes / 2 ** 20).toFixed(0)} MB，每条指标 ${Math.round(bytes / indicators)} 字节\n`,
);
if (address === undefined) await timeFile();
else await timeBoth(address);

async function timeFile(): Promise<void> {
  console.log('| 问题 | 冷 中位 | 冷 p95 | 热 中位 | 热 p95 | 热 处理器 |\n|---|---:|---:|---:|---:|---:|');
  print(
    '打开库',
    await repeat(COLD_RUNS, () => withStore(async () => null), forgetFile),
    await repeat(WARM_RUNS, () => withStore(async () => null)),
  );
  for (const [group, name, ask] of QUESTIONS) {
    const cold = await repeat(COLD_RUNS, () => withStore(ask), forgetFile);
    const store = openSqliteStore(file, { readOnly: true });
    await ask(store);
    const warm = await repeat(WARM_RUNS, () => ask(store));
    await store.close();
    print(`${group}：${name}`, cold, warm);
  }
  if (!existsSync(COMMAND)) return;
  const args = ['query', 'indicators', '--region', '石峰区', '--limit', '1', '--db', file];
  const start = async (): Promise<unknown> => spawnSync(process.execPath, [COMMAND, ...args]);
  print('命令行：启动到一行', await repeat(COLD_RUNS, start, forgetFile), await repeat(COLD_RUNS, start));
}

/** Both engines on the same store, in milliseconds of processor time. */
async function timeBoth(server: string): Promise<void> {
  const [own, other] = [
    openSqliteStore(file, { readOnly: true }),
    openPostgresStore(server, { readOnly: true }),
  ];
  const backend = processBehind(server);
  console.log(
    '| 问题 | SQLite | PostgreSQL | 其中服务器 | 倍数 | PostgreSQL 时钟 |\n|---|---:|---:|---:|---:|---:|',
  );
  for (const [group, name, ask] of QUESTIONS) {
    await ask(own);
    const here = middle((await repeat(WARM_RUNS, () => ask(own))).processor);
    await ask(other);
    const served: number[] = [];
    const { clock, processor } = await repeat(SERVER_RUNS, async () => {
      const before = processorOf(backend);
      await ask(other);
      served.push(processorOf(backend) - before);
    });
    const there = middle(served.sort((a, b) => a - b));
    const sum = middle(processor) + there;
    const figures = [here, sum, there].map((each) => each.toFixed(1));
    console.log(
      `| ${group}：${name} | ${figures.join(' | ')} | ${(sum / here).toFixed(1)} | ${middle(clock).toFixed(1)} |`,
    );
  }
  await own.close();
  await other.close();
}

/** The process of the server that serves the connection which was opened last. */
function processBehind(server: string): number {
  const connection = openConnection(server);
  try {
    const newest = `SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
      ORDER BY backend_start DESC LIMIT 1`;
    return Number(connection.query(newest).rows[0]?.[0]);
  } finally {
    connection.close();
  }
}

/** Milliseconds a process of this machine has run. */
function processorOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

function middle(ascending: readonly number[]): number {
  return ascending[Math.floor(ascending.length / 2)] ?? 0;
}

async function generatedFile(): Promise<string> {
  const path = join(tmpdir(), `mingzhang-bench-${process.pid}.db`);
  await generateStore(path, INDICATORS);
  return path;
}

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openSqliteStore(file, { readOnly: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Asks the system to drop the file from its cache. */
function forgetFile(): void {
  spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0']);
}

interface Times {
  /** Milliseconds by the clock, ascending. */
  clock: number[];
  /** Milliseconds of this process's processor time, ascending. */
  processor: number[];
}

async function repeat(
  runs: number,
  work: () => Promise<unknown>,
  before: () => void = () => undefined,
): Promise<Times> {
  const times: Times = { clock: [], processor: [] };
  for (let run = 0; run < runs; run++) {
    before();
    const [started, used] = [performance.now(), process.cpuUsage()];
    await work();
    times.clock.push(performance.now() - started);
    const { user, system } = process.cpuUsage(used);
    times.processor.push((user + system) / 1000);
  }
  for (const each of Object.values(times)) each.sort((a: number, b: number) => a - b);
  return times;
}

function print(name: string, cold: Times, warm: Times): void {
  const at = (times: number[], share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  const figures = [
    at(cold.clock, 0.5),
    at(cold.clock, 0.95),
    at(warm.clock, 0.5),
    at(warm.clock, 0.95),
    at(warm.processor, 0.5),
  ];
  console.log(`| ${name} | ${figures.join(' | ')} |`);
}
