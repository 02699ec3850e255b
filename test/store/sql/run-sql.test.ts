import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { Store } from '../../../src/model/ports/store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

let store: Store;
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  await store.save(
    buildDocument({
      disclosures: [
        {
          projects: [
            { name: '甲', wan: '1' },
            { name: '乙', wan: '2' },
            { name: '丙', wan: '3' },
          ],
        },
      ],
    }),
  );
});
afterAll(() => store.close());

describe('runSql', () => {
  it('answers a SELECT with columns and rows', async () => {
    expect(
      await store.sql('-- 合计\n/* 万元 */ SELECT count(*) AS n, sum(amount_wan) AS total FROM projects;'),
    ).toEqual({
      columns: ['n', 'total'],
      rows: [{ n: 3, total: 6 }],
      truncated: false,
    });
  });

  it.each([
    ["'信访维稳经费' REGEXP '(信访|禁毒).*经费$'", 1],
    ["'信访维稳经费' REGEXP '^维稳'", 0],
    ["'𠮷' REGEXP '^.$'", 1],
    ["'p12' REGEXP '^p[0-9]+$'", 1],
    ["2024 REGEXP '^20'", 1],
    ["x'3031' REGEXP '01'", 0],
    ["NULL REGEXP 'a'", null],
    ["'a' REGEXP NULL", null],
    ["'甲' NOT REGEXP '乙'", 1],
  ])('matches %s', async (comparison, answer) => {
    expect((await store.sql(`SELECT ${comparison} AS x`)).rows).toEqual([{ x: answer }]);
  });

  it.each([
    [
      'select id from projects join indicators',
      'projects、indicators 都有列 id，不知是哪一个；请写成 projects.id',
    ],
    [
      'select p.id from current_projects p join indicators i where id > 0',
      '第 1 行第 61 字，current_projects、indicators 都有列 id',
    ],
    ['select foo.id from projects', '没有列 foo.id；列 id 在 projects 里'],
    ['select id from cells', 'cells 没有列 id；有这一列的视图：documents、'],
    ['select naem from projects', '没有列 naem；各视图的列见'],
  ])('says which views have the column of %s', async (sql, message) => {
    await expect(store.sql(sql)).rejects.toThrow(message);
  });

  it('takes the pattern from each row', async () => {
    const { rows } = await store.sql(
      "SELECT project FROM projects JOIN (SELECT '[甲乙]' AS p UNION SELECT '丙|乙') ON project REGEXP p ORDER BY 1",
    );
    expect(rows.map(({ project }) => project)).toEqual(['丙', '乙', '乙', '甲']);
  });

  it('names a regular expression that is none', async () => {
    await expect(store.sql("SELECT project FROM projects WHERE project REGEXP '(甲'")).rejects.toThrow(
      new QueryError('SQL 有误：正则表达式“(甲”的写法不对；要照字面的 . ( [ \\ 等前面加 \\'),
    );
  });

  it.each([
    ['select\n  foo\nfrom projects', '第 2 行第 3 字，没有列 foo'],
    ["select 'foo' as foo, bar.foo from projects", '没有列 bar.foo'],
    ['select * from 项目表', '第 1 行第 15 字，没有视图 项目表'],
    ['select project from projects\nwhere form = = 1', '第 2 行第 14 字，“=”附近的写法不对'],
    ["select '项目', a from from projects", '第 1 行第 21 字，“from”附近的写法不对'],
    ["select '没有引号", '认不出'],
  ])('says where the fault stands: %s', async (sql, words) => {
    await expect(store.sql(sql)).rejects.toThrow(words);
  });

  it('does not say where the file lies', async () => {
    await expect(store.sql('SELECT file FROM "pragma_database_list"')).rejects.toThrow('不能查询');
  });

  it('answers WITH, positional and named parameters', async () => {
    expect(await store.sql('WITH x AS (SELECT ? AS a) SELECT a FROM x', ['石'])).toMatchObject({
      rows: [{ a: '石' }],
    });
    expect(
      (await store.sql('SELECT project FROM projects WHERE amount_wan > :least ORDER BY 1', { least: 2 }))
        .rows,
    ).toEqual([{ project: '丙' }]);
  });

  it('keeps columns of one name apart and shows blobs as text', async () => {
    expect((await store.sql("SELECT 1 AS a, 2 AS a, x'0aff' AS b")).rows).toEqual([
      { a: 1, a_2: 2, b: '0aff' },
    ]);
  });

  it('says when rows are left out', async () => {
    const sql = 'SELECT project FROM projects ORDER BY amount_wan';
    expect(await store.sql(sql, [], { rows: 2 })).toEqual({
      columns: ['project'],
      rows: [{ project: '甲' }, { project: '乙' }],
      truncated: true,
    });
    expect((await store.sql(sql, [], { rows: 3 })).truncated).toBe(false);
  });

  it('stops when the time is over', async () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';
    await expect(store.sql(endless, [], { milliseconds: 20 })).rejects.toThrow('20 毫秒');
  });

  it.each([
    'DELETE FROM document_rows',
    'DROP VIEW projects',
    "UPDATE project_rows SET project = 'x'",
    "INSERT INTO document_paths VALUES ('a', 'b', null, null)",
    "WITH x AS (SELECT 1) INSERT INTO document_paths SELECT 'a', 'b', null, null FROM x",
    'WITH x AS (SELECT 1) DELETE FROM document_rows RETURNING number',
    "ATTACH DATABASE '/tmp/mingzhang-attached.db' AS other",
    'PRAGMA user_version = 5',
    'PRAGMA user_version',
    'VACUUM',
    'BEGIN',
    'SELECT 1; DELETE FROM document_rows',
    'EXPLAIN SELECT 1',
    '-- SELECT 1',
    '/* SELECT',
    '',
    ';',
    'SELECT * FROM nowhere',
    'SELECT nothing FROM projects',
    'SELEC 1',
    'SELECT ?',
    "SELECT load_extension('x')",
    "SELECT writefile('/tmp/x', 'y')",
    'SELECT path FROM document_paths',
    'SELECT 1 FROM main."Document_Paths" LIMIT 1',
    'SELECT count(*) FROM reading_paths',
    'SELECT (SELECT max(path) FROM document_paths) FROM documents',
    "SELECT id FROM documents d WHERE EXISTS (SELECT 1 FROM document_paths p WHERE p.sha256 = d.sha256 AND p.path > 'x')",
    'WITH x AS (SELECT path FROM archive_rows) SELECT * FROM documents, x',
    "SELECT shown FROM document_paths INDEXED BY document_paths_path WHERE path > ''",
  ])('refuses %s', async (sql) => {
    const before = await store.dump();
    await expect(store.sql(sql)).rejects.toThrow(QueryError);
    expect(await store.dump()).toBe(before);
  });
});
