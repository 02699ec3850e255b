import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../support/document-builder.js';
import { runCommand } from '../support/run-command.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const site = () =>
  siteApp({
    '2023/信访局.txt': smallDisclosure(),
    '2024/司法局.txt': smallDisclosure({ year: 2024, department: '株洲市石峰区司法局' }),
    '2024/空.txt': '   ',
    '"><script>alert(1)</script>.txt': '没有绩效表的文字',
  });

const rowsOf = (page: string): string[] =>
  [...page.matchAll(/<th scope="row"><a href="\/documents\/\d+">([^<]*)<\/a>/g)].map(
    ([, name]) => name ?? '',
  );

describe('the list of documents', () => {
  it.each([
    ['', 4],
    ['?year=2024', 1],
    ['?region=石峰区', 2],
    ['?text=2024', 2],
    ['?outcome=empty', 1],
    ['?format=text&department=司法局', 1],
    ['?outcome=crash', 0],
    ['?page=2', 0],
  ])('%s has %i documents', async (search, count) => {
    const { app } = await site();
    const response = await app.request(`/documents${encodeURI(search)}`);
    expect(response.status).toBe(200);
    expect(rowsOf(await response.text())).toHaveLength(count);
  });

  it('counts outcomes beside the documents, whichever is chosen', async () => {
    const { app } = await site();
    const page = await (await app.request('/documents?outcome=empty')).text();
    expect(page).toMatch(/href="\/documents\?outcome=ok">读取完整<\/a><span class="count">3<\/span>/);
    expect(page).toMatch(/aria-current="true">没有内容/);
    expect(page).not.toMatch(/class="[^"]*\bempty\b/);
  });

  it('is taken along as a file, filtered and with the chosen columns, as the command writes it', async () => {
    const { app, store } = await site();
    const file = await app.request('/documents/export/csv?year=2024&format=text&columns=path,year');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="mingzhang-documents.csv"');
    const command = [
      'query',
      'documents',
      '--year',
      '2024',
      '--file-format',
      'text',
      '--columns',
      'path,year',
    ];
    const { stdout } = runCommand(dirname(store.path), [...command, '--format', 'csv', '--db', store.path]);
    expect(`\ufeff${await file.text()}`).toBe(stdout);
    expect(await (await app.request('/documents')).text()).toContain('href="/documents/export/xlsx"');
    expect((await app.request('/documents/export/pdf')).status).toBe(400);
    expect((await app.request('/documents/export/csv?columns=nothing')).status).toBe(400);
  });

  it('shows the columns chosen, also those it usually lacks', async () => {
    const { app } = await site();
    const page = await (await app.request('/documents?columns=path&columns=sha256&columns=stage')).text();
    const heads = [...page.matchAll(/<th scope="col"[^>]*>(?:<a[^>]*>)?([^<]+)/g)].map(([, title]) => title);
    expect(heads).toEqual(['选', '文档', '内容指纹', '阶段']);
    expect((await app.request('/documents?columns=colour')).status).toBe(400);
  });

  it('shows hostile names as text', async () => {
    const { app } = await site();
    expect(await (await app.request('/documents')).text()).not.toContain('<script>alert');
  });

  it.each([
    ['?outcome=good', '结果（outcome）应为'],
    ['?level1=产出指标', '没有参数 level1'],
    ['?colour=red', '没有参数 colour'],
    ['?sort=colour', 'colour'],
  ])('refuses %s', async (search, message) => {
    const { app } = await site();
    const response = await app.request(`/documents${encodeURI(search)}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
  });

  it('says what to do where there are none', async () => {
    const { app } = await siteApp({});
    expect(await (await app.request('/documents')).text()).toContain('href="/import">导入文件');
    expect(await (await app.request('/documents?year=2024')).text()).toContain('看全部文档');
  });
});

describe('a document read in part', () => {
  it('says in the list and on its page what was not read, where, and what to do', async () => {
    const { app, store } = await siteApp({});
    const message = '“附表3”只读出一部分：没有找到项目名称';
    await store.save({
      ...buildDocument({ path: '甲.pdf', disclosures: [] }),
      outcome: 'partial',
      reason: '9 页中有 1 页读不出：第 2 页',
      diagnostics: [{ code: 'form-partial', message, place: 'p9 ¶1' }],
    });
    const list = await (await app.request('/documents?outcome=partial')).text();
    expect(list).toContain('9 页中有 1 页读不出：第 2 页');
    expect(list).toContain('另有 1 处');
    const [, id] = /href="\/documents\/(\d+)"/.exec(list) ?? [];
    const page = await (await app.request(`/documents/${id}`)).text();
    expect(page).toMatch(
      new RegExp(`<a href="/documents/${id}\\?place=p9\\+%C2%B61#here">p9 ¶1</a> ${message}`),
    );
    expect(page).toContain('mingzhang extract --why 甲.pdf --page 9');
  });
});
