import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Block, Grid } from '../../src/model/grid.js';
import type { Store } from '../../src/model/ports/store.js';
import { findChineseFont } from '../../src/pipeline/drawing/find-chinese-font.js';
import { pageOfPart, tableParts } from '../../src/web/pages/document/table-parts.js';
import { buildDocument } from '../support/document-builder.js';
import { projectFormPdf } from '../support/project-form-pdf.js';
import { readPng } from '../support/read-png.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { siteApp } from '../support/site-app.js';

const sample = (name: string): Buffer => readFileSync(new URL(`../../samples/${name}`, import.meta.url));

const get = async (app: Hono, path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

const onlyDocument = async (store: Store): Promise<number> =>
  Number((await store.query('documents')).rows[0]?.id);

async function pdfSite(): Promise<{ app: Hono; store: Store; id: number }> {
  const file = join(scratchFolder(), 'form.pdf');
  writeFileSync(file, projectFormPdf());
  const made = await siteApp({ [file]: projectFormPdf() });
  return { ...made, id: await onlyDocument(made.store) };
}

/** `a` elements of outlined or linked cells by the text they begin with. */
const cellLinks = (page: string, text: string): string[] =>
  [...page.matchAll(/<a [^>]*(?:aria-label|title)="[^"]*"[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`aria-label="${text}`));

describe('a document of tables', () => {
  it('is drawn whole, each cell with what became of it', async () => {
    const { app, store } = await siteApp({ 'a.docx': sample('shanxi-pingding.docx') });
    const page = await get(app, `/documents/${await onlyDocument(store)}`);
    expect(page).toMatch(
      /<td rowspan="8"><a class="claim" href="\?cell=\d\.\d+#here" title="标签">绩效指标<\/a>/,
    );
    expect(page).toContain('title="读成 指标值">960公里</a>');
    expect(page).toContain('读成字段 41，标签 40');
    expect(page).toMatch(/\/findings\/\d+/);
  });

  it('highlights the cell the address names, with the values that were read from it', async () => {
    const { app, store } = await siteApp({ 'a.docx': sample('shanxi-pingding.docx') });
    const [row] = (await store.query('indicators', { text: '养护里程' })).rows;
    const id = await onlyDocument(store);
    const page = await get(app, `/documents/${id}?place=${encodeURIComponent(String(row?.place))}`);
    expect(page).toMatch(/<td class="operand" id="here"><a[^>]*>养护里程<\/a>/);
    expect(page).toContain(`<a href="/values/i${row?.id}">`);
    expect(page).toContain('读成 指标名称');
  });

  it('colours claims and lists diagnostics where asked', async () => {
    const { app, store } = await siteApp({ 'a.docx': sample('shanxi-pingding.docx') });
    const id = await onlyDocument(store);
    const page = await get(app, `/documents/${id}?show=unclaimed,diagnostics`);
    expect(page).toContain('<td class="claimed"');
    expect(page).toContain('读取说明（0）');
    expect(page).toContain('href="?show=unclaimed%2Cdiagnostics&amp;cell=');
  });

  it('marks the cells of statements and lists them', async () => {
    const { app, store } = await siteApp({});
    const lines = [{ item: '公务接待费', figures: ['3.5'] }];
    await store.save(
      buildDocument({
        disclosures: [
          {
            hasForm: false,
            statements: [
              { kind: 'three-public', title: '三公表', columns: [['本年预算数', 'this-year']], lines },
            ],
          },
        ],
      }),
    );
    const [document] = (await store.query('documents')).rows;
    const page = await (await app.request(`/documents/${document?.id}?show=unclaimed`)).text();
    expect(page).toContain('预算表（1）');
    expect(page).toMatch(/title="读成 预算表数字">3.5<\/a>/);
    expect(page).toMatch(/title="读成 预算表的行">公务接待费<\/a>/);
  });

  it('offers to repair what is unresolved, not where nothing may be changed', async () => {
    const files = { 'blank.html': sample('blank-template.html') };
    const { app, store } = await siteApp(files);
    const form = `action="/documents/${await onlyDocument(store)}/assign"`;
    expect(await get(app, `/documents/${await onlyDocument(store)}`)).toContain(form);
    const closed = await siteApp(files, { readOnly: true });
    expect(await get(closed.app, `/documents/${await onlyDocument(closed.store)}`)).not.toContain(form);
  });

  it.each([
    ['?cell=99.1', 200, '没有所指的位置'],
    ['?place=p9', 200, '没有所指的位置 p9'],
    ['?cell=x', 400, 'cell 应为'],
    ['?page=0', 400, '页码应为正整数'],
    ['?page=9', 404, '没有第 9 页'],
    ['?show=all', 400, 'show 应为'],
    ['?colour=red', 400, '没有参数 colour'],
  ])('answers %s with %i', async (search, status, message) => {
    const { app, store } = await siteApp({ 'a.docx': sample('shanxi-pingding.docx') });
    const response = await app.request(`/documents/${await onlyDocument(store)}${search}`);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(message);
  });

  it('does not exist under another number, nor by a path', async () => {
    const { app } = await siteApp({});
    for (const path of ['1', '1/pages/1.png', '..%2f..%2fetc%2fpasswd', 'a.docx/pages/1.png']) {
      expect([404, 400]).toContain((await app.request(`/documents/${path}`)).status);
    }
  });

  it('stays usable with hostile text, and whatever its size', async () => {
    const hostile = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
    const escaped = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const rows = Array.from(
      { length: 900 },
      (_, n) => `<tr><td>产出指标</td><td>指标${n}甲</td><td>1个</td></tr>`,
    );
    const table = `<h1>项目支出绩效目标表</h1><table><tr><td>项目名称</td><td>${escaped}</td><td>${'长'.repeat(200_000)}</td></tr>
      <tr><td>一级指标</td><td>三级指标</td><td>指标值</td></tr>${rows.join('')}</table>`;
    const { app, store } = await siteApp({ [`${hostile}.html`]: `<html><body>${table}</body></html>` });
    const id = await onlyDocument(store);
    for (const search of ['', '?page=2', '?show=unclaimed,diagnostics', '?cell=1.1', '?cell=1.2']) {
      const page = await get(app, `/documents/${id}${search}`);
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('<img src=x');
      expect(page.length).toBeLessThan(300_000);
    }
    expect(await get(app, `/documents/${id}?page=2`)).toMatch(/第 \d+–\d+ 行，共 902 行/);
  });
});

describe('pages of tables', () => {
  const grid = (rows: number, columns: number): Grid => ({
    kind: 'grid',
    table: 1,
    rows,
    columns,
    certainty: 'ruled',
    cells: [{ row: rows, column: 1, rowSpan: 1, colSpan: 1, text: 'last', place: 't1' }],
  });
  const paragraph: Block = { kind: 'paragraph', text: 'a', place: '¶1' };

  it('are bounded, and every row is on one of them', () => {
    const blocks = [paragraph, grid(5000, 10), paragraph, grid(3, 100_000), grid(0, 0)];
    const pages = tableParts(blocks);
    const rowsOf = (block: number): number[] =>
      pages.flat().flatMap((part) => {
        if (part.block !== block || !part.rows) return [];
        const { from, to } = part.rows;
        return Array.from({ length: to - from + 1 }, (_, n) => from + n);
      });
    expect(rowsOf(1)).toEqual(Array.from({ length: 5000 }, (_, n) => n + 1));
    expect(rowsOf(3)).toEqual([1, 2, 3]);
    expect(Math.max(...pages.map((parts) => parts.length))).toBeLessThanOrEqual(160);
    expect(pageOfPart(pages, blocks, { block: 1, cell: 0 })).toBeGreaterThan(30);
    expect(pageOfPart(pages, blocks, { block: 0, cell: null })).toBe(1);
  });
});

describe('a PDF', () => {
  it('shows the page of its first form, every cell outlined where it is printed', async () => {
    const { app, id } = await pdfSite();
    const page = await get(app, `/documents/${id}`);
    expect(page).toContain(`src="/documents/${id}/pages/2.png"`);
    expect(page).toContain('viewBox="0 0 595 842"');
    expect(cellLinks(page, '≥20件：读成 指标值')).toHaveLength(1);
    expect(page).toMatch(
      /aria-label="50\.00：读成 预算数">.*?<rect x="150" y="120" width="130" height="20">/,
    );
    const cover = await get(app, `/documents/${id}?page=1`);
    expect(cover).not.toContain('<rect');
  });

  it('is one click from value to cell, and from cell to value', async () => {
    const { app, store, id } = await pdfSite();
    const [row] = (await store.query('indicators', { text: '化解矛盾纠纷' })).rows;
    const value = await get(app, `/values/i${row?.id}`);
    const back = new RegExp(`href="(/documents/${id}\\?cell=[\\d.]+)#here" class="operand"`).exec(value)?.[1];
    expect(value).toContain('<circle');
    const cell = await get(app, back ?? '');
    expect(cell).toMatch(/class="quiet operand" id="here"/);
    expect(cell).toContain(`<a href="/values/i${row?.id}">`);
  });

  it.skipIf(findChineseFont() === null)(
    'gives its pages as pictures with names and phones covered',
    async () => {
      const { app, id } = await pdfSite();
      const response = await app.request(`/documents/${id}/pages/2.png`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
      const picture = readPng(new Uint8Array(await response.arrayBuffer()));
      expect([158, 428].map((x) => picture.at(Math.round(x * 1.6), Math.round(228 * 1.6))[0])).toEqual([
        0x8c, 0x8c,
      ]);
      const missing = await app.request(`/documents/${id}/pages/3.png`);
      expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'image/svg+xml']);
      expect(await missing.text()).toContain('没有这一页');
    },
  );

  it('is shown as tables where its file is gone, and says so', async () => {
    const { app, store } = await siteApp({ '/nowhere/form.pdf': projectFormPdf() });
    const id = await onlyDocument(store);
    const page = await get(app, `/documents/${id}`);
    expect(page).toContain('原文件已不在原处');
    expect(page).toContain('--keep-sources');
    expect(page).toContain('>≥20件</a>');
    expect(page).not.toContain('.png');
    const [row] = (await store.query('indicators', {}, { limit: 1 })).rows;
    expect(await get(app, `/values/i${row?.id}`)).toContain('<td class="operand"');
  });
});
