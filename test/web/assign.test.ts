import { describe, expect, it } from 'vitest';
import { buildDocument } from '../support/document-builder.js';
import { importSite, pageOf, postForm } from '../support/import-site.js';

describe('documents without region, year or department', () => {
  const lost = buildDocument({
    path: '上传/<img src=x onerror=alert(1)>.docx',
    disclosures: [{ region: null, year: null, department: null, departmentKey: null }],
  });

  it('are listed and repaired in place', async () => {
    const { app, store } = await importSite();
    await store.save(lost);
    const [{ id } = { id: 0 }] = (await store.query('documents')).rows;
    const html = await pageOf(app);
    expect(html).toContain('归属未定的文档（1）');
    expect(html).toContain(`action="/documents/${id}/assign"`);
    expect(html).not.toContain('<img src=x');
    const back = '/import?page=1#unresolved';
    const fields = { region: '430204', year: '2024', department: '信访局', back };
    const response = await postForm(app, `/documents/${id}/assign`, fields);
    expect([response.status, response.headers.get('location')]).toEqual([303, back]);
    expect((await store.query('documents')).rows).toMatchObject([
      { region: '石峰区', year: 2024, department: '信访局', unresolved: null },
    ]);
    expect(await pageOf(app)).toContain('每份文档的地区、年度、部门都已确定');
  });

  it.each(['//evil.example/', 'http://evil.example/', '/\\evil.example', '/a\nb', ''])(
    'never lead elsewhere: %j',
    async (back) => {
      const { app, store } = await importSite();
      await store.save(lost);
      const [{ id } = { id: 0 }] = (await store.query('documents')).rows;
      const response = await postForm(app, `/documents/${id}/assign`, { year: '2024', back });
      expect(response.headers.get('location')).toBe(`/documents/${id}`);
    },
  );

  it('are not changed by a wrong form', async () => {
    const { app, store } = await importSite();
    await store.save(lost);
    const [{ id } = { id: 0 }] = (await store.query('documents')).rows;
    expect((await postForm(app, `/documents/${id}/assign`, {})).status).toBe(400);
    expect((await postForm(app, `/documents/${id}/assign`, { region: '朝阳区' })).status).toBe(400);
    expect((await postForm(app, '/documents/99999/assign', { year: '2024' })).status).toBe(404);
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
