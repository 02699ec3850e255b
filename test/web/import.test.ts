import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { canRecognize } from '../../extractors/scanned/recognition-for.js';
import type { Store } from '../../src/model/ports/store.js';
import { uploadsFolder } from '../../src/pipeline/files/spool.js';
import { auditRunner } from '../../src/web/audits/audit-runner.js';
import { createApp } from '../../src/web/create-app.js';
import { ImportQueue } from '../../src/web/imports/import-queue.js';
import { sqlAsker } from '../../src/web/sql-asker.js';
import { BUILT } from '../support/built-entries.js';
import { buildDocument } from '../support/document-builder.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { IS_THOROUGH, someOf } from '../support/thorough.js';
import { blankScan } from '../support/told-picture.js';

interface ImportSite {
  app: Hono;
  store: Store;
  queue: ImportQueue;
  errors: Error[];
}

/** A site that can import, over a new store. */
async function importSite(host = '127.0.0.1'): Promise<ImportSite> {
  const { store } = await siteApp({});
  const errors: Error[] = [];
  const reportError = (error: Error): void => void errors.push(error);
  const queue = new ImportQueue(store.path, { entry: BUILT.import, reportError });
  onTestFinished(() => queue.close());
  const drawer = { close: async () => undefined } as never;
  const audits = auditRunner(store.path);
  const app = createApp(
    { store, drawer, audits, sql: sqlAsker(store.path), imports: queue, readOnly: false },
    { host, reportError },
  );
  return { app, store, queue, errors };
}

const post = (app: Hono, path: string, body: FormData | Record<string, string>): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      body: body instanceof FormData ? body : new URLSearchParams(body),
    }),
  );

const page = async (app: Hono, path = '/import'): Promise<string> => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return response.text();
};

const filesForm = (files: Record<string, string>, fields: Record<string, string> = {}): FormData => {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('files', new File([content], name));
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

/** Addresses that import or assign. */
const CHANGING = ['/import/upload', '/import/path', '/import/stop', '/import/retry', '/documents/1/assign'];

describe('import by a site', () => {
  it('reads uploaded files, says how they ended, and leaves nothing but the kept sources', async () => {
    const { app, store, queue, errors } = await importSite();
    const hostile = '../../<script>alert(1)</script>.docx';
    const form = filesForm(
      { '某局/甲.txt': smallDisclosure(), [hostile]: 'PK\u0003\u0004 broken' },
      { region: '湖南省株洲市石峰区（430204）', year: '2023' },
    );
    const response = await post(app, '/import/upload', form);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/import']);
    await queue.idle();
    expect(errors).toEqual([]);
    const rows = (await store.query('documents')).rows;
    expect(rows.map(({ path, outcome }) => [path, outcome])).toContainEqual(['上传/某局/甲.txt', 'ok']);
    expect(rows.find(({ outcome }) => outcome === 'ok')).toMatchObject({ region_code: '430204', year: 2023 });
    const html = await page(app);
    const broken = rows.find(({ outcome }) => outcome !== 'ok');
    expect(html).toContain(`<a href="/documents/${broken?.id}">`);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('读取完整');
    expect(readdirSync(uploadsFolder(store.path))).toEqual([]);
    expect(existsSync(`${store.path}.sources`)).toBe(true);
  });

  it.runIf(IS_THOROUGH)('reads paths of this machine, one import after the other', async () => {
    const folder = scratchFolder({
      'a/1.txt': smallDisclosure(),
      'b/2.txt': smallDisclosure({ year: 2024 }),
    });
    const { app, store, queue } = await importSite();
    await post(app, '/import/path', { paths: `${join(folder, 'a')}\r\n\r\n` });
    await post(app, '/import/path', { paths: join(folder, 'b'), keep: '1' });
    await vi.waitFor(() => expect(queue.state().waiting).toHaveLength(1));
    expect(await page(app)).toContain('等待导入');
    await queue.idle();
    expect((await store.summary()).documents).toBe(2);
    expect((await store.imports(5)).map(({ given }) => given)).toEqual([
      [join(folder, 'b')],
      [join(folder, 'a')],
    ]);
    expect(readdirSync(`${store.path}.sources`)).toHaveLength(1);
  });

  it.skipIf(!canRecognize() || !IS_THOROUGH)('recognizes pictures as the form asks for', async () => {
    const scan = Buffer.from(blankScan());
    const { app, store, queue } = await importSite();
    const form = (ocr?: string): FormData => {
      const form = new FormData();
      form.append('files', new File([scan], `扫描${ocr}.jpg`));
      if (ocr) form.append('ocr', ocr);
      return form;
    };
    expect(await page(app)).toMatch(/<select name="ocr">[\s\S]*<option value="auto" selected/);
    await post(app, '/import/upload', form('off'));
    await queue.idle();
    const [row] = (await store.query('documents')).rows;
    const fate = async () => (await store.known(String(row?.sha256)))?.pictures;
    expect(await fate()).toBe('left');
    await post(app, '/import/upload', form());
    await queue.idle();
    expect(await fate()).toBe('read');
  });

  it.runIf(IS_THOROUGH)('gives up what waits when everything is stopped, and removes its files', async () => {
    const { app, store, queue } = await importSite();
    await post(app, '/import/upload', filesForm({ 'a.txt': smallDisclosure() }));
    await post(app, '/import/upload', filesForm({ 'b.txt': smallDisclosure({ year: 2024 }) }));
    await post(app, '/import/stop', { all: '1' });
    await queue.idle();
    expect(queue.state()).toMatchObject({ current: null, waiting: [], broken: null });
    expect((await store.imports(5)).length).toBeLessThanOrEqual(1);
    expect(readdirSync(uploadsFolder(store.path))).toEqual([]);
  });

  it.runIf(IS_THOROUGH)('says why an import broke off', async () => {
    const { store, queue, errors } = await importSite();
    await store.close();
    writeFileSync(store.path, 'no store any more'.repeat(100));
    await queue.add({ order: { kind: 'refresh' }, keepSources: false });
    await queue.idle();
    expect(queue.state().broken).toContain('不是 SQLite 文件');
    expect(errors).toEqual([]);
  });

  it.runIf(IS_THOROUGH)('survives the death of its process', async () => {
    const { store } = await siteApp({});
    const errors: Error[] = [];
    const dying = fileURLToPath(new URL('../support/no-such-entry.mjs', import.meta.url));
    const queue = new ImportQueue(store.path, { entry: dying, reportError: (error) => errors.push(error) });
    await queue.add({ order: { kind: 'refresh' }, keepSources: false });
    await queue.idle();
    expect(queue.state()).toMatchObject({ current: null, broken: expect.stringContaining('异常结束') });
    expect(errors[0]?.message).toContain('no-such-entry');
  });

  it.runIf(IS_THOROUGH)('reads again what may be cured', async () => {
    const { app, store, queue } = await importSite();
    const folder = scratchFolder({ 'a.txt': smallDisclosure() });
    await post(app, '/import/path', { paths: join(folder, 'a.txt') });
    await queue.idle();
    const [row] = (await store.query('documents')).rows;
    const document = await store.load(String(row?.sha256));
    if (!document) throw new Error('not stored');
    await store.remove([document.sha256]);
    await store.save({
      ...document,
      outcome: 'timeout',
      reason: '60 秒没有进展',
      forms: [],
      disclosures: [],
      claims: [],
    });
    expect(await page(app)).toContain('再读一次（超时 1）');
    await post(app, '/import/retry', {});
    await queue.idle();
    expect((await store.query('documents')).rows).toMatchObject([{ outcome: 'ok' }]);
    expect(await page(app)).not.toContain('再读一次（');
    await post(app, '/import/retry', { refresh: '1' });
    await queue.idle();
    expect((await store.imports(2)).map(({ kind }) => kind)).toEqual(['refresh', 'retry']);
  });
});

describe('what a site refuses to import', () => {
  it.each([
    ['/import/upload', filesForm({}), 400, '没有选择文件'],
    ['/import/upload', filesForm({ 'a.txt': 'x' }, { region: '乌有乡' }), 400, '没有地区'],
    ['/import/upload', filesForm({ 'a.txt': 'x' }, { year: '24' }), 400, '四位年份'],
    ['/import/path', { paths: ' \n ' }, 400, '没有给出路径'],
    ['/import/path', { paths: '/no/such/folder' }, 400, '找不到'],
    ['/import/path', { paths: 'x'.repeat(300_000) }, 413, '太长'],
    ['/import/path', { paths: 'x'.repeat(100_000) }, 400, '路径太长'],
    ['/import/path', { paths: `/${'x'.repeat(300)}` }, 400, '无法完成'],
    ['/import/path', { paths: '/tmp\0/x' }, 400, '控制字符'],
  ])('%s %#', async (path, body, status, message) => {
    const { app, store, queue } = await importSite();
    const response = await post(app, path, body);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(message);
    expect(queue.state().current).toBeNull();
    const uploads = uploadsFolder(store.path);
    expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([]);
  });

  it('takes no paths where others can reach it', async () => {
    const { app } = await importSite('192.168.0.7');
    const at = 'http://192.168.0.7/import';
    expect(await (await app.request(at)).text()).toContain('不接受服务器上的路径');
    const response = await app.request(`${at}/path`, {
      method: 'POST',
      body: new URLSearchParams({ paths: '/etc' }),
    });
    expect(response.status).toBe(403);
  });

  it('imports and assigns nothing when it is read-only', async () => {
    const { app } = await siteApp({ 'a.txt': smallDisclosure() }, { readOnly: true });
    for (const path of CHANGING) {
      const response = await post(app, path, { paths: '/tmp', year: '2024' });
      expect(response.status, path).toBe(403);
      expect(await response.text()).toContain('只供查看');
    }
    for (const path of ['/import', '/import/events']) expect((await app.request(path)).status).toBe(403);
  });

  it('takes nothing from another site', async () => {
    const { app, queue } = await importSite();
    for (const path of CHANGING) {
      const response = await app.request(path, {
        method: 'POST',
        headers: { origin: 'http://evil.example' },
        body: filesForm({ 'a.txt': smallDisclosure() }),
      });
      expect(response.status, path).toBe(403);
    }
    expect(queue.state().current).toBeNull();
  });
});

describe('what is no form', () => {
  const paths = ['/import/path', '/import/stop', '/import/retry', '/audit', '/findings/1/review'];
  const types = [
    'text/plain',
    'application/json',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'a/b;;',
  ];
  it.each(
    someOf(
      6,
      paths.flatMap((path) => types.map((type) => [path, type] as const)),
    ),
  )('is refused: %s as %s', async (path, type) => {
    const { app } = await importSite();
    const answer = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '%%&=&{',
    });
    expect([path, answer.status]).toEqual([path, 400]);
  });
});

describe('the progress of an import', () => {
  it('is told at once to whoever asks, and again at every turn', async () => {
    const { app, queue } = await importSite();
    const response = await app.request('/import/events');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.getReader();
    const next = async (): Promise<{ turn: string; figures: unknown }> => {
      const { value } = (await reader?.read()) ?? {};
      return JSON.parse(new TextDecoder().decode(value).replace(/^data: /, ''));
    };
    const first = await next();
    expect(first.figures).toBeNull();
    expect(await page(app)).toContain(`data-turn="${first.turn}"`);
    await queue.add({ order: { kind: 'refresh' }, keepSources: false });
    const second = await next();
    expect(second.turn).not.toBe(first.turn);
    await queue.idle();
    await reader?.cancel();
  });
});

describe('documents without region, year or department', () => {
  const lost = buildDocument({
    path: '上传/<img src=x onerror=alert(1)>.docx',
    disclosures: [{ region: null, year: null, department: null, departmentKey: null }],
  });

  it('are listed and repaired in place', async () => {
    const { app, store } = await importSite();
    await store.save(lost);
    const [{ id } = { id: 0 }] = (await store.query('documents')).rows;
    const html = await page(app);
    expect(html).toContain('归属未定的文档（1）');
    expect(html).toContain(`action="/documents/${id}/assign"`);
    expect(html).not.toContain('<img src=x');
    const back = '/import?page=1#unresolved';
    const fields = { region: '430204', year: '2024', department: '信访局', back };
    const response = await post(app, `/documents/${id}/assign`, fields);
    expect([response.status, response.headers.get('location')]).toEqual([303, back]);
    expect((await store.query('documents')).rows).toMatchObject([
      { region: '石峰区', year: 2024, department: '信访局', unresolved: null },
    ]);
    expect(await page(app)).toContain('每份文档的地区、年度、部门都已确定');
  });

  it.each(['//evil.example/', 'http://evil.example/', '/\\evil.example', '/a\nb', ''])(
    'never lead elsewhere: %j',
    async (back) => {
      const { app, store } = await importSite();
      await store.save(lost);
      const [{ id } = { id: 0 }] = (await store.query('documents')).rows;
      const response = await post(app, `/documents/${id}/assign`, { year: '2024', back });
      expect(response.headers.get('location')).toBe(`/documents/${id}`);
    },
  );

  it('are not changed by a wrong form', async () => {
    const { app, store } = await importSite();
    await store.save(lost);
    const [{ id } = { id: 0 }] = (await store.query('documents')).rows;
    expect((await post(app, `/documents/${id}/assign`, {})).status).toBe(400);
    expect((await post(app, `/documents/${id}/assign`, { region: '朝阳区' })).status).toBe(400);
    expect((await post(app, '/documents/99999/assign', { year: '2024' })).status).toBe(404);
    expect((await store.query('documents')).rows).toMatchObject([{ region: null, year: null }]);
  });

  it('are helped by suggestions of regions', async () => {
    const { app } = await importSite();
    const titles = async (text: string): Promise<string[]> => {
      const response = await app.request(`/regions?text=${encodeURIComponent(text)}`);
      return (await response.json()) as string[];
    };
    expect(await titles('石峰')).toEqual(['湖南省株洲市石峰区（430204）']);
    expect(await titles('430204')).toEqual(['湖南省株洲市石峰区（430204）']);
    expect((await titles('朝阳')).length).toBeGreaterThan(1);
    expect(await titles('')).toEqual([]);
    expect(await titles('<script>')).toEqual([]);
  });
});

it('shows what came last on the first page', async () => {
  const folder = scratchFolder({ 'a.txt': smallDisclosure() });
  const { app, queue } = await importSite();
  await post(app, '/import/path', { paths: join(folder, 'a.txt') });
  await queue.idle();
  expect(await page(app, '/')).toMatch(/新来的文档[\s\S]*href="\/documents\/\d+">a\.txt/);
});
