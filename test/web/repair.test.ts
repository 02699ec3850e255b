import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const FILES = {
  '甲.txt': smallDisclosure(),
  '乙.txt': smallDisclosure({ year: 2024, department: '株洲市石峰区司法局' }),
};

const post = (app: Hono, path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
    body: new URLSearchParams(fields).toString(),
  });

describe('repair of many documents', () => {
  it('lets documents be chosen, shows what would change, changes it and takes it back', async () => {
    const { app, store } = await siteApp(FILES);
    const before = await store.dump();
    const list = await (await app.request('/documents')).text();
    const boxes = [...list.matchAll(/<input type="checkbox" name="(d\d+)"/g)].map(([, name]) => name ?? '');
    expect(boxes).toHaveLength(2);
    const chosen = Object.fromEntries(boxes.map((name) => [name, '1']));
    const given = { scope: 'chosen', year: '2025', ...chosen };
    const preview = await (await post(app, '/documents/repair', given)).text();
    expect(preview).toContain('2 份文档，会改 2 份；还没有改。');
    expect(preview).not.toContain('比明年还晚');
    const late = await (await post(app, '/documents/repair', { ...given, year: '2099' })).text();
    expect(late).toContain('2099 年比明年还晚');
    expect(preview).toContain('<b>湖南省株洲市石峰区 2025 年 株洲市石峰区司法局</b>');
    expect(await store.dump()).toBe(before);
    const done = await post(app, '/documents/repair', { ...given, sure: '1', who: '甲' });
    expect(done.headers.get('location')).toBe('/documents?done=1');
    expect((await store.query('documents', { year: 2025 })).rows).toHaveLength(2);
    expect(await (await app.request('/documents?done=1')).text()).toContain('已改定 2 份文档：年度 2025');
    expect((await post(app, '/documents/repair/undo', { id: '1' })).headers.get('location')).toBe(
      '/documents?done=undone',
    );
    expect(await store.dump()).toBe(before);
  });

  it('repairs all that the filter means', async () => {
    const { app, store } = await siteApp(FILES);
    const fields = { scope: 'all', back: '/documents?year=2024', department: '区信访局', sure: '1' };
    expect((await post(app, '/documents/repair', fields)).status).toBe(303);
    const { rows } = await store.query('documents', {}, { sort: 'path' });
    expect(rows.map(({ department }) => department).filter((name) => name === '区信访局')).toHaveLength(1);
  });

  it('takes the last assignment of one document back on its page', async () => {
    const { app, store } = await siteApp(FILES);
    const id = Number((await store.query('documents', { year: 2024 })).rows[0]?.id);
    const before = await store.dump();
    await post(app, `/documents/${id}/assign`, { year: '2026' });
    expect(await (await app.request(`/documents/${id}`)).text()).toContain('撤回最近的指定');
    await post(app, `/documents/${id}/assign`, { undo: '1' });
    expect(await store.dump()).toBe(before);
    expect(await (await app.request(`/documents/${id}`)).text()).not.toContain('撤回最近的指定');
  });

  it.each([
    [{ scope: 'chosen', year: '2025' }, '没有选中文档'],
    [{ scope: 'all', back: '/documents' }, '至少一项'],
    [{ scope: 'all', back: '/documents?year=1999', year: '2025' }, '没有选中文档'],
    [{ scope: 'all', back: '/documents', region: '乌有乡' }, '没有地区'],
    [{ scope: 'all', back: '/documents', year: '25' }, '年度'],
  ])('refuses %j', async (fields, message) => {
    const { app, store } = await siteApp(FILES);
    const before = await store.dump();
    const answer = await post(app, '/documents/repair', { ...fields, sure: '1' } as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(message);
    expect((await post(app, '/documents/repair/undo', { id: '7' })).status).toBe(400);
    expect(await store.dump()).toBe(before);
  });

  it('is hidden on a site for reading', async () => {
    const { app } = await siteApp(FILES, { readOnly: true });
    expect(await (await app.request('/documents')).text()).not.toMatch(/type="checkbox" name="d\d|改正归属/);
    expect((await post(app, '/documents/repair', {})).status).toBe(403);
    expect((await post(app, '/documents/repair/undo', {})).status).toBe(403);
  });
});
