/**
 * What a document costs the server and the hosts that read, and from it what a county, a province and the nation need:
 * `npm run bench:nation -- [--files N] [--processes 1,2,4,8]`. A generated pile goes into a PostgreSQL of this machine (Debian's
 * packages, in a temporary folder) by `import`, and by the queue and `work`, with so many processes at a time. Linux.
 *
 * The cost of a page is that of other benches, and may be given: `--page-ms` (bench:extract), `--scan-ms` (bench:ocr).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPostgresStore } from '../src/store/open-postgres-store.js';
import { openConnection } from '../src/store/server/connection.js';
import buildOnce from '../test/support/build-once.js';
import { newSchema } from '../test/support/postgres-schema.js';
import { startPostgres } from '../test/support/postgres-server.js';
import { generatePile } from './generate-pile.js';
import { countedWay } from './nation/counted-way.js';
import { postmasterAt, type TimedRun, timedRun } from './nation/timed-run.js';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '400' },
    processes: { type: 'string', default: '1,2,4,8' },
    'page-ms': { type: 'string', default: '16.7' },
    'scan-ms': { type: 'string', default: '6432' },
  },
});
const FILES = Number(values.files);
const PROCESSES = values.processes.split(',').map(Number);

/** Packs a year: 80 departments a county, 92 counties a province, 2,850 counties; and what is known of them. */
const PACKS = { 县: 80, 省: 80 * 92, 全国: 80 * 2850 };
const PAGES = 60;
const SCANNED = 0.1;
const INDICATORS = 30_000_000 / PACKS.全国;

const work = mkdtempSync(join(tmpdir(), 'mingzhang-nation-'));
const server = startPostgres();
const folder = new URL(server.address).searchParams.get('host') ?? '';
const way = await countedWay(server.address);
const watched = { postmaster: postmasterAt(folder), traffic: way.traffic };

try {
  await buildOnce();
  console.log(`${cpus()[0]?.model}，${cpus().length} 核，Node ${process.versions.node}，文件 ${FILES} 份\n`);
  console.log(
    '| 做法 | 进程 | 每秒份数（时钟） | 读，毫秒 | 命令，毫秒 | 服务器，毫秒 | 往返 | 送出 KB | 取回 KB |',
  );
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|');
  let imported: Stored | undefined;
  for (const processes of PROCESSES) {
    const parts = writeParts(processes);
    const { direct, counted: db } = await newStore();
    const runs = parts.map((part) => ['import', part, '--jobs', '1', '--db', db]);
    const run = await timedRun(runs, watched);
    print('import', processes, run);
    imported ??= { run, ...sizeOf(direct) };
  }
  for (const processes of PROCESSES) {
    const parts = writeParts(processes);
    const { counted: db } = await newStore();
    print('放进队列', 1, await timedRun([['import', ...parts, '--queue', db]], watched));
    const run = await timedRun(
      Array.from({ length: processes }, () => [
        'work',
        '--queue',
        db,
        '--db',
        db,
        '--jobs',
        '1',
        '--only',
        'text',
        '--until-done',
      ]),
      watched,
    );
    print('work', processes, run);
  }
  if (imported) tellNeeds(imported);
} finally {
  way.close();
  server.stop();
  rmSync(work, { recursive: true, force: true });
}

/** The pile anew, dealt out to folders. */
function writeParts(parts: number): string[] {
  const top = mkdtempSync(join(work, 'pile-'));
  const folders = Array.from({ length: parts }, (_, n) => join(top, String(n + 1)));
  let n = 0;
  for (const { path, bytes } of generatePile({ files: FILES })) {
    const file = join(folders[n++ % parts] ?? top, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folders;
}

/** A store without documents, straight and by the way that counts; that one is this process, which must not wait for it. */
async function newStore(): Promise<{ direct: string; counted: string }> {
  const direct = newSchema(server.address);
  await openPostgresStore(direct).close();
  const counted = new URL(direct);
  counted.searchParams.set('host', way.folder);
  return { direct, counted: counted.href };
}

interface Stored {
  run: TimedRun;
  documents: number;
  indicators: number;
  /** Of the whole schema, indexes included. */
  bytes: number;
}

function sizeOf(db: string): Omit<Stored, 'run'> {
  const connection = openConnection(db);
  try {
    const [[documents, indicators, bytes] = []] = connection.query(
      `SELECT (SELECT count(*) FROM document_rows), (SELECT count(*) FROM indicator_rows),
         (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
          WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r')`,
    ).rows;
    return { documents: Number(documents), indicators: Number(indicators), bytes: Number(bytes) };
  } finally {
    connection.close();
  }
}

function print(
  how: string,
  processes: number,
  { clock, readers, commands, server: served, traffic }: TimedRun,
): void {
  const each = (amount: number, digits = 1): string => (amount / FILES).toFixed(digits);
  const figures = [
    (FILES / clock).toFixed(1),
    each(readers * 1000),
    each(commands * 1000),
    each(served * 1000),
    each(traffic.trips),
    each(traffic.sent / 1024),
    each(traffic.received / 1024),
  ];
  console.log(`| ${how} | ${processes} | ${figures.join(' | ')} |`);
}

/** What a year needs, from what was measured and from the cost of a page. */
function tellNeeds({ run, documents, indicators, bytes }: Stored): void {
  const [pageMs, scanMs] = [Number(values['page-ms']), Number(values['scan-ms'])];
  const perIndicator = { server: (run.server * 1000) / indicators, bytes: bytes / indicators };
  const serverMs = perIndicator.server * INDICATORS;
  const textMs = PAGES * pageMs;
  console.log(
    `\n样本：文档 ${documents} 份，指标 ${indicators} 条；服务器每条指标 ${perIndicator.server.toFixed(2)} 毫秒、${Math.round(perIndicator.bytes)} 字节（索引在内）`,
  );
  console.log(
    `一份中位的文字公开（${PAGES} 页、${INDICATORS.toFixed(0)} 条指标）：读 ${(textMs / 1000).toFixed(1)} 秒，服务器 ${(serverMs / 1000).toFixed(2)} 秒；服务器一个核喂得饱 ${(textMs / serverMs).toFixed(0)} 个读文字的核，或 ${((PAGES * scanMs) / serverMs).toFixed(0)} 个识别图像的核\n`,
  );
  console.log(
    '| | 公开份数 | 指标 | 读文字，核·小时 | 识别图像，核·小时 | 服务器，核·小时 | 库 |\n|---|---:|---:|---:|---:|---:|---:|',
  );
  const hours = (milliseconds: number): string => (milliseconds / 3_600_000).toFixed(1);
  for (const [name, packs] of Object.entries(PACKS)) {
    const figures = [
      packs,
      Math.round(packs * INDICATORS),
      hours(packs * (1 - SCANNED) * textMs),
      hours(packs * SCANNED * PAGES * scanMs),
      hours(packs * serverMs),
      `${((packs * INDICATORS * perIndicator.bytes) / 2 ** 30).toFixed(1)} GB`,
    ];
    console.log(`| ${name} | ${figures.join(' | ')} |`);
  }
  const cores = [2, 16, 64, 256];
  console.log(`\n| 全国一年，读的核数 | ${cores.join(' | ')} |\n|---|${cores.map(() => '---:|').join('')}`);
  const reading = PACKS.全国 * PAGES * ((1 - SCANNED) * pageMs + SCANNED * scanMs);
  const days = (milliseconds: number, by: number): string => (milliseconds / by / 86_400_000).toFixed(1);
  console.log(`| 天 | ${cores.map((by) => days(reading, by)).join(' | ')} |`);
  console.log(
    `| 其中只读文字的 | ${cores.map((by) => days(PACKS.全国 * (1 - SCANNED) * textMs, by)).join(' | ')} |`,
  );
  console.log(
    `| 服务器忙几个核 | ${cores.map((by) => ((PACKS.全国 * serverMs * by) / reading).toFixed(2)).join(' | ')} |`,
  );
}
