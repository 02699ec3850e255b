import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readSqlQuery, sqlLink } from '../../src/web/pages/sql/sql-query.js';
import { runCommand } from '../support/run-command.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const FILES = { 'a.txt': smallDisclosure({ total: '13' }), 'b.txt': smallDisclosure({ year: 2024 }) };

const get = async (app: Hono, path: string, status = 200): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, status]);
  return response.text();
};

const asked = (sql: string, more = ''): string => `/sql?sql=${encodeURIComponent(sql)}${more}`;

const post = (app: Hono, path: string, fields: Record<string, string>): Response | Promise<Response> =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields) });

describe('a question that is saved', () => {
  const sql = 'select project from projects where year = :year';

  it('opens with the value it was asked with, and is asked again under its own address', async () => {
    const { app } = await siteApp(FILES);
    const saved = await post(app, '/sql', { sql, name: '某年', ':year': '2024' });
    expect(saved.headers.get('location')).toBe(`/sql/${encodeURIComponent('某年')}?year=2024`);
    const page = await get(app, '/sql/某年?year=2024');
    expect(page).toContain(`action="/sql/${encodeURIComponent('某年')}"`);
    const asked = (text: string) =>
      app.request(`/sql/某年?${new URLSearchParams({ sql: text, year: '2023' })}`);
    expect((await asked(sql)).headers.get('location')).toBe(`/sql/${encodeURIComponent('某年')}?year=2023`);
    const edited = `${sql} limit 1`;
    expect((await asked(edited)).headers.get('location')).toBe(
      `/sql?${new URLSearchParams({ sql: edited, year: '2023' })}`,
    );
  });

  it('under a name no address has is told so on the page, with what was typed', async () => {
    const { app } = await siteApp(FILES);
    const refused = await post(app, '/sql', { sql, name: '我的查询/一?a=1', about: '说明', ':year': '2024' });
    const page = await refused.text();
    expect(refused.status).toBe(400);
    for (const part of ['没有保存：名称要以文字', 'value="我的查询/一?a=1"', 'value="说明"', sql, '共 ']) {
      expect(page).toContain(part);
    }
  });
});

describe('what an address of SQL says', () => {
  const read = (search: string) => readSqlQuery(`http://localhost/sql?${search}`, null);

  it('is the statement with a field for each of its parameters; others are left alone', () => {
    expect(read('sql=select+:year,+:a&year=2024&gone=1')).toEqual({
      sql: 'select :year, :a',
      saved: null,
      fields: [
        { name: 'year', text: '2024' },
        { name: 'a', text: null },
      ],
      format: null,
    });
  });

  it('is told again by its link', () => {
    const query = read("sql=select+'%25',+:a&a=x+y");
    expect(read(sqlLink(query, 'csv').split('?')[1] ?? '')).toEqual({ ...query, format: 'csv' });
  });

  it.each([
    ['sql=select+1&format=exe', 'csv、json、xlsx'],
    ['sql=select+:format', '参数不能叫 :format'],
  ])('refuses %s', (search, words) => {
    expect(() => read(search)).toThrow(words);
  });
});

describe('/sql', () => {
  it('has the views with their columns beside an empty statement, and some to begin with', async () => {
    const { app } = await siteApp({});
    const page = await get(app, '/sql');
    for (const name of ['projects', 'amount_wan', 'finding_runs']) {
      expect(page).toContain(`<code data-insert="${name}">`);
    }
    expect(page).toContain('可以从这些开始');
    expect(page).not.toContain('id="result"');
  });

  it('shows the rows of a statement, blank apart from empty, and nothing of the text as markup', async () => {
    const { app } = await siteApp(FILES);
    const page = await get(
      app,
      asked("select '<b>' as a, null as b, 12 as c, id as document_id from documents limit 1"),
    );
    expect(page).toContain(
      '<td>&lt;b&gt;</td><td><span class="soft">空</span></td><td class="number">12</td>',
    );
    expect(page).toMatch(/<a href="\/documents\/\d+">/);
    expect(page).toContain('共 1 行');
  });

  it('asks for parameters before it runs, and takes numbers as numbers', async () => {
    const { app } = await siteApp(FILES);
    const sql = 'select count(*) as n from documents where year = :year';
    const waiting = await get(app, asked(sql));
    expect(waiting).toContain('<input name="year" value=""/>');
    expect(waiting).toContain('先填上 :year');
    expect(waiting).not.toContain('id="result"');
    expect(await get(app, asked(sql, '&year=2024'))).toContain('<td class="number">1</td>');
  });

  it('says what is wrong and where, with the statement still there', async () => {
    const { app } = await siteApp({});
    const page = await get(app, asked('select *\nfrom projectz'), 400);
    expect(page).toContain('第 2 行第 6 字，没有视图 projectz；是不是 projects？');
    expect(page).toContain('from projectz</textarea>');
  });

  it.each([
    ['delete from documents', '只能运行一条 SELECT'],
    ['select 1; select 2', '一次只能运行一条'],
    ['select * from document_paths', '程序内部的表'],
    ['pragma database_list', '只能运行一条 SELECT'],
    ["attach 'x.db' as x", '只能运行一条 SELECT'],
  ])('refuses %s', async (sql, words) => {
    const { app, store } = await siteApp(FILES);
    expect(await get(app, asked(sql), 400)).toContain(words);
    expect(await store.count('documents')).toMatchObject({ rows: 2 });
  });

  it('shows the first rows and gives all of them as files, in the bytes of the command', async () => {
    const { app, store } = await siteApp(FILES);
    const sql =
      'with recursive n(i) as (select 1 union all select i + 1 from n where i < 300) select i, i * 2 as 二倍 from n';
    const page = await get(app, asked(sql));
    expect(page).toContain('只显示前 200 行，还有更多');
    const folder = dirname(store.path);
    for (const format of ['csv', 'json']) {
      const output = `sql.${format}`;
      runCommand(folder, ['sql', sql, '--db', store.path, '--format', format, '--output', output]);
      const response = await app.request(asked(sql, `&format=${format}`));
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([format, bytes.equals(readFileSync(join(folder, output)))]).toEqual([format, true]);
    }
    await get(app, asked('select :a', '&format=csv'), 400);
  });

  it('never gives a part of the rows as a file', async () => {
    const { app } = await siteApp({});
    const sql =
      'with recursive n(i) as (select 1 union all select i + 1 from n where i < 100001) select i from n';
    expect(await get(app, asked(sql, '&format=csv'), 400)).toContain('超过一份文件的上限');
  });
});

describe('saved statements', () => {
  const QUESTION = {
    name: '某年的文档',
    about: '有几份',
    sql: 'select count(*) as n from documents where year = :year',
  };
  const address = `/sql/${encodeURIComponent(QUESTION.name)}`;

  it('have an address, with parameters and as a file', async () => {
    const { app } = await siteApp(FILES);
    const saved = await post(app, '/sql', QUESTION);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, address]);
    const page = await get(app, address);
    expect(page).toContain('<h1>某年的文档</h1><p>有几份</p>');
    expect(page).toContain('先填上 :year');
    expect(await get(app, `${address}?year=2024`)).toContain('<td class="number">1</td>');
    const csv = await app.request(`${address}?year=2024&format=csv`);
    expect(csv.headers.get('content-disposition')).toContain(encodeURIComponent('某年的文档.csv'));
    expect(await csv.text()).toBe('n\r\n1\r\n');
    expect(await get(app, '/sql')).toContain(`<a href="${address}">某年的文档</a>`);
  });

  it('are replaced when told so, and taken out', async () => {
    const { app, store } = await siteApp({});
    await post(app, '/sql', QUESTION);
    const other = { ...QUESTION, sql: 'select 2' };
    expect((await post(app, '/sql', other)).status).toBe(400);
    expect((await post(app, '/sql', { ...other, replace: '1' })).status).toBe(303);
    expect(await store.savedQuestion(QUESTION.name)).toMatchObject({ sql: 'select 2' });
    expect((await post(app, `${address}/remove`, {})).status).toBe(303);
    await get(app, address, 404);
  });

  it('are changed by this site alone, and not where it only shows', async () => {
    const { app } = await siteApp({});
    const foreign = {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
      body: new URLSearchParams(QUESTION),
    };
    expect((await app.request('/sql', foreign)).status).toBe(403);
    const shown = await siteApp({}, { readOnly: true });
    expect((await post(shown.app, '/sql', QUESTION)).status).toBe(403);
    expect((await post(shown.app, `${address}/remove`, {})).status).toBe(403);
    expect(await get(shown.app, asked('select 1'))).not.toContain('保存这条');
  });
});
