import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import { StoreError } from '../../../src/model/facts/store-error.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { runSqlApart, type SqlProcessLimits } from '../../../src/store/sql/run-sql-apart.js';
import { buildDocument } from '../../support/document-builder.js';
import { runCommand } from '../../support/run-command.js';
import { newFolder, removeFolder } from '../../support/scratch-folder.js';
import { IS_THOROUGH, someOf } from '../../support/thorough.js';

const entry = fileURLToPath(new URL('../../../dist/src/store/sql/sql-entry.js', import.meta.url));
const MEGABYTE = 1024 ** 2;
let folder: string;
let db: string;
beforeAll(async () => {
  folder = newFolder();
  db = join(folder, 'mingzhang.db');
  const store = openSqliteStore(db);
  await store.save(buildDocument({ disclosures: [{ projects: [{ name: '甲', wan: '1' }] }] }));
  await store.close();
});
afterAll(() => removeFolder(folder));

const ask = (sql: string, limits: Partial<SqlProcessLimits> = {}) =>
  runSqlApart(db, sql, [], { rows: 100_000, milliseconds: 600_000, entry, ...limits });

const COUNT = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000)';

describe('a query in a process of its own', () => {
  it('answers what fits', async () => {
    expect(await ask('SELECT project FROM projects')).toMatchObject({
      rows: [{ project: '甲' }],
      truncated: false,
    });
  });

  it.runIf(IS_THOROUGH)('stops a regular expression that would not end', async () => {
    const ask1 = ask(`SELECT '${'a'.repeat(60)}!' REGEXP '^(a+)+$'`, { milliseconds: 1500 });
    await expect(ask1).rejects.toThrow('查询超过 1.5 秒，已停止');
  });

  it.each(
    someOf(1, [
      `${COUNT} SELECT hex(randomblob(1000)) AS x FROM n`,
      `${COUNT} SELECT randomblob(1000) AS x FROM n`,
      `${COUNT} SELECT printf('%.*c', 1000, '字') AS x FROM n`,
      `${COUNT} SELECT i, i * 2, i * 3, i * 4 FROM n`,
      `${COUNT} SELECT json_object('text', hex(zeroblob(500)), 'n', i) AS x FROM n`,
    ]),
  )('leaves out what is beyond the bytes: %s', async (sql) => {
    const { rows, truncated } = await ask(sql, { bytes: MEGABYTE });
    expect(truncated).toBe(true);
    expect(rows.length).toBeGreaterThan(100);
    const bytes = rows
      .flatMap((row) => Object.values(row))
      .reduce<number>((sum, value) => sum + Buffer.byteLength(String(value)), 0);
    expect(bytes).toBeLessThanOrEqual(MEGABYTE);
  });

  it.each(
    someOf(1, [
      'SELECT zeroblob(10000000)',
      'SELECT hex(zeroblob(10000000))',
      "SELECT printf('%.*c', 10000000, 'x')",
      `${COUNT} SELECT group_concat(i) FROM n`,
      `${COUNT} SELECT json_group_array(i) FROM n`,
      'SELECT quote(randomblob(10000000))',
      "SELECT replace(hex(zeroblob(100000)), '0', hex(zeroblob(50)))",
    ]),
  )('refuses a single row beyond the bytes: %s', async (sql) => {
    const refused = await ask(sql, { bytes: MEGABYTE }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(QueryError);
    expect(String(refused)).toMatch(/一行就超过 1 MB；请少取几列/);
  });

  it.each(
    someOf(1, [
      'SELECT zeroblob(400000000)',
      'SELECT length(hex(zeroblob(200000000))) AS n',
      "SELECT length(printf('%.*c', 400000000, 'x'))",
      "WITH RECURSIVE s(x) AS (SELECT 'ab' UNION ALL SELECT x || x FROM s LIMIT 29) SELECT max(length(x)) FROM s",
      `${COUNT.replace('1000000', '1000000000')} SELECT length(group_concat(hex(randomblob(1000)))) FROM n`,
      `${COUNT.replace('1000000', '1000000000')} SELECT length(json_group_array(hex(randomblob(1000)))) FROM n`,
      'SELECT length(quote(zeroblob(200000000)))',
      `SELECT ${Array.from({ length: 40 }, () => 'randomblob(20000000)').join(', ')}`,
    ]),
  )('is stopped beyond the memory: %s', async (sql) => {
    const stopped = await ask(sql, { memory: 200 * MEGABYTE }).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(QueryError);
    expect(String(stopped)).toMatch(/内存超过 200 MB，已停止；请缩小范围/);
  });

  it.runIf(IS_THOROUGH)('is stopped where rows outgrow the heap', async () => {
    const stopped = await ask(`${COUNT} SELECT i, i || 'x' AS a, i || 'y' AS b FROM n`, {
      rows: 1_000_000,
      memory: 120 * MEGABYTE,
    }).catch((error: unknown) => error);
    expect(String(stopped)).toMatch(/内存超过 120 MB/);
  });

  it.runIf(IS_THOROUGH)('is stopped where sorting fills the disk', async () => {
    const sql = `${COUNT} SELECT a.i FROM n a, n b ORDER BY a.i * b.i % 7919, hex(b.i)`;
    const stopped = await ask(sql, { spill: 30 * MEGABYTE }).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(QueryError);
    expect(String(stopped)).toMatch(/临时文件超过 30 MB，已停止；请缩小范围/);
  });

  it('is stopped when the time is over', async () => {
    const endless = ['a', 'b', 'c', 'd', 'e'].map((name) => `n ${name}`).join(', ');
    const sql = `${COUNT} SELECT count(*) FROM ${endless}`;
    await expect(ask(sql, { milliseconds: 500 })).rejects.toThrow('查询超过 0.5 秒，已停止；请缩小范围');
  });

  it.each([
    ['SELECT missing FROM projects', '没有列 missing'],
    ['SELECT * FROM nowhere', '没有视图 nowhere'],
    ['SELECT x FROM', '没有写完'],
    ['SELECT a b c FROM projects', '“c”附近'],
    ['SELECT 1; SELECT 2', '一次只能运行一条'],
    ['SELECT :year', '--param'],
    ["SELECT load_extension('x')", '不允许的函数'],
    ["SELECT json('x')", '不是 JSON'],
    [`SELECT ${'('.repeat(5000)}1${')'.repeat(5000)}`, '太复杂'],
    ["SELECT 'a' LIKE replace(hex(zeroblob(30000)), '0', '%a')", '样式太长'],
    ["SELECT printf('%.*c', 2000000000, 'x')", '太长'],
    ["SELECT like('a', 'b', 'cc')", '技术细节：ESCAPE'],
  ])('says in Chinese what is wrong: %s', async (sql, words) => {
    await expect(ask(sql)).rejects.toThrow(words);
  });

  it('says when the file is none of ours', async () => {
    await expect(
      runSqlApart(join(folder, 'none.db'), 'SELECT 1', [], { milliseconds: 5000, entry }),
    ).rejects.toThrow(StoreError);
  });
});

it.runIf(IS_THOROUGH)('the command says how it ended, and nothing else', () => {
  const hostile = runCommand(folder, [
    'sql',
    `${COUNT} SELECT hex(randomblob(1000)) AS x FROM n`,
    '--format',
    'csv',
    '--limit',
    '200000',
    '--output',
    'large.csv',
  ]);
  expect(hostile.status).toBe(0);
  expect(hostile.stderr).toMatch(/^已写入[^\n]*\n结果太大，只取了前 \d+ 行；结果不完整，请少取几列[^\n]*\n$/);
  const single = runCommand(folder, ['sql', 'SELECT zeroblob(500000000)']);
  expect([single.status, single.stdout]).toEqual([2, '']);
  expect(single.stderr).toMatch(/^错误：[^\n]*(一行就超过|内存超过)[^\n]*\n$/);
});
