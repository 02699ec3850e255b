import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { canRecognize } from '../../extractors/scanned/recognition-for.js';
import { uploadsFolder } from '../../src/pipeline/files/spool.js';
import { ImportQueue } from '../../src/web/imports/import-queue.js';
import { importSite, pageOf, postForm } from '../support/import-site.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { IS_THOROUGH, someOf } from '../support/thorough.js';
import { blankScan } from '../support/told-picture.js';

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
    const response = await postForm(app, '/import/upload', form);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/import']);
    await queue.idle();
    expect(errors).toEqual([]);
    const rows = (await store.query('documents')).rows;
    expect(rows.map(({ path, outcome }) => [path, outcome])).toContainEqual(['上传/某局/甲.txt', 'ok']);
    expect(rows.find(({ outcome }) => outcome === 'ok')).toMatchObject({ region_code: '430204', year: 2023 });
    const html = await pageOf(app);
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
    await postForm(app, '/import/path', { paths: `${join(folder, 'a')}\r\n\r\n` });
    await postForm(app, '/import/path', { paths: join(folder, 'b'), keep: '1' });
    await vi.waitFor(() => expect(queue.state().waiting).toHaveLength(1));
    expect(await pageOf(app)).toContain('等待导入');
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
    expect(await pageOf(app)).toMatch(/<select name="ocr">[\s\S]*<option value="auto" selected/);
    await postForm(app, '/import/upload', form('off'));
    await queue.idle();
    const [row] = (await store.query('documents')).rows;
    const fate = async () => (await store.known(String(row?.sha256)))?.pictures;
    expect(await fate()).toBe('left');
    await postForm(app, '/import/upload', form());
    await queue.idle();
    expect(await fate()).toBe('read');
  });

  it.runIf(IS_THOROUGH)('gives up what waits when everything is stopped, and removes its files', async () => {
    const { app, store, queue } = await importSite();
    await postForm(app, '/import/upload', filesForm({ 'a.txt': smallDisclosure() }));
    await postForm(app, '/import/upload', filesForm({ 'b.txt': smallDisclosure({ year: 2024 }) }));
    await postForm(app, '/import/stop', { all: '1' });
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
    await postForm(app, '/import/path', { paths: join(folder, 'a.txt') });
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
    expect(await pageOf(app)).toContain('再读一次（超时 1）');
    await postForm(app, '/import/retry', {});
    await queue.idle();
    expect((await store.query('documents')).rows).toMatchObject([{ outcome: 'ok' }]);
    expect(await pageOf(app)).not.toContain('再读一次（');
    await postForm(app, '/import/retry', { refresh: '1' });
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
    const response = await postForm(app, path, body);
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
      const response = await postForm(app, path, { paths: '/tmp', year: '2024' });
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
    expect(await pageOf(app)).toContain(`data-turn="${first.turn}"`);
    await queue.add({ order: { kind: 'refresh' }, keepSources: false });
    const second = await next();
    expect(second.turn).not.toBe(first.turn);
    await queue.idle();
    await reader?.cancel();
  });
});

it('shows what came last on the first page', async () => {
  const folder = scratchFolder({ 'a.txt': smallDisclosure() });
  const { app, queue } = await importSite();
  await postForm(app, '/import/path', { paths: join(folder, 'a.txt') });
  await queue.idle();
  expect(await pageOf(app, '/')).toMatch(/新来的文档[\s\S]*href="\/documents\/\d+">a\.txt/);
});
