import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../support/document-builder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const sample = (name: string): Buffer => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>';

const address = (region: string, key: string, more = ''): string =>
  `/department?region=${encodeURIComponent(region)}&key=${encodeURIComponent(key)}${more}`;

const get = async (app: Hono, path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

describe('/department', () => {
  it('shows all that a department printed, each figure with its source', async () => {
    const { app, store } = await siteApp({ 'a.txt': sample('hunan-liuyang.txt') });
    const [subject] = (await store.query('projects', {}, { limit: 1 })).rows;
    const page = await get(app, address(String(subject?.region_code), String(subject?.department_key)));
    const rows = async (view: string) => (await store.query(view)).rows;
    for (const { id } of await rows('projects')) expect(page).toContain(`href="/projects/${id}"`);
    for (const { id, project } of await rows('budgets')) {
      if (project === null) expect(page).toContain(`href="/values/b${id}"`);
    }
    for (const { id, project_id: project } of await rows('indicators')) {
      expect([id, page.includes(`href="/values/i${id}"`)]).toEqual([id, project === null]);
    }
    for (const { id } of await rows('work_plan')) expect(page).toContain(`href="/values/w${id}"`);
    for (const { id } of await rows('findings')) expect(page).toContain(`href="/findings/${id}"`);
    expect((await rows('findings')).length).toBeGreaterThan(0);
    for (const { text } of await rows('texts')) expect(page).toContain(text);
    expect(page).toContain('<h2>部门职责</h2>');
  });

  it('lays years side by side and says what changed', async () => {
    const { app } = await siteApp({
      'a.txt': smallDisclosure({ year: 2022, amounts: ['6', '5'] }),
      'b.txt': smallDisclosure({ year: 2023, rows: ['接访大厅改造', '网上信访'] }),
    });
    const page = await get(app, address('430204', '信访局'));
    expect(page).toContain('<title>株洲市石峰区信访局 2023 年部门预算 · 明账</title>');
    expect(page).toMatch(/2022 年部门预算.*2023 年部门预算/s);
    expect(page).toContain('<td class="number">11.00</td><td class="number">12.00</td>');
    expect(page).toMatch(/2022 → 2023<\/td><td class="whole">新增<\/td>.*网上信访/);
    const earlier = await get(app, address('430204', '信访局', '&year=2022'));
    expect(earlier).toContain('下访巡访');
    expect(earlier).toContain('2022 年部门预算 · 明账');
  });

  it('finds the place by name too, and asks where it means several', async () => {
    const { app, store } = await siteApp({});
    const projects = [{ name: '甲', wan: '1' }];
    const place = (code: string, province: string) => ({ code, name: '鼓楼区', province, city: null });
    await store.save(
      buildDocument({ path: 'a', disclosures: [{ region: place('990101', '青禾省'), projects }] }),
    );
    expect(await get(app, address('鼓楼区', '水利局'))).toContain('青禾省鼓楼区（990101）');
    await store.save(
      buildDocument({ path: 'b', disclosures: [{ region: place('980101', '白露省'), projects }] }),
    );
    const asked = await app.request(address('鼓楼区', '水利局'));
    expect(asked.status).toBe(400);
    expect(await asked.text()).toContain('青禾省鼓楼区（990101）');
    await get(app, address('980101', '水利局'));
  });

  it('says what is wrong', async () => {
    const { app } = await siteApp({ 'a.txt': smallDisclosure() });
    expect((await app.request('/department')).status).toBe(400);
    expect((await app.request(address('430204', '没有的局'))).status).toBe(404);
    const missing = await app.request(address('430204', '信访局', '&year=1999'));
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('有：2023 年部门预算');
  });

  it('escapes hostile text', async () => {
    const { app, store } = await siteApp({});
    const indicators = [{ name: HOSTILE, level1: HOSTILE, target: HOSTILE, description: HOSTILE }];
    const projects = [{ name: HOSTILE, wan: '1', annualGoal: `${HOSTILE}${'长'.repeat(200_000)}` }];
    await store.save(
      buildDocument({
        path: `${HOSTILE}.txt`,
        disclosures: [{ department: HOSTILE, departmentKey: HOSTILE, total: '1', projects, indicators }],
      }),
    );
    const page = await get(app, address('990104', HOSTILE));
    expect(page).not.toMatch(/<img|<script>/);
    expect(page.length).toBeLessThan(60_000);
  });
});
