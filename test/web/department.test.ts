import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../support/document-builder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import type { StatementPlan } from '../support/statement-builder.js';

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

  const expenditure = (project: string, total: string): StatementPlan => ({
    kind: 'expenditure',
    title: '部门支出总表',
    columns: [
      ['合计', 'total'],
      ['项目支出', 'project'],
    ],
    lines: [{ item: '合计', role: 'total', figures: [total, project] }],
  });

  it('lays the statements beside the project forms, each figure with its source', async () => {
    const { app, store } = await siteApp({});
    const projects = [
      { name: '河道清淤', wan: '30' },
      { name: '水库维修', wan: '10', hasForm: false },
      { name: '防汛物资' },
    ];
    await store.save(buildDocument({ disclosures: [{ projects, statements: [expenditure('80', '200')] }] }));
    const page = await get(app, address('990104', '水利局'));
    expect(page).toContain('项目支出 80.00 万元，公开了绩效目标表的 30.00 万元，占 37.5%');
    expect(page).toMatch(/没有公开绩效目标<\/th><td class="number">40.00<\/td><td class="number">50.0%/);
    expect(page).toContain('其中 1 个没有印出金额，未计入');
    const widths = [...page.matchAll(/<rect class="[\w-]+" x="([\d.]+)" y="0" width="([\d.]+)"/g)];
    expect(widths.map(([, x, width]) => [x, width])).toEqual([
      ['0.0', '375.0'],
      ['375.0', '125.0'],
      ['500.0', '500.0'],
    ]);
    const items = (await store.query('statement_items')).rows;
    for (const { id } of items) expect(page).toContain(`href="/values/t${id}"`);
    const [statement] = (await store.query('statements')).rows;
    expect(page).toContain(`href="/values/s${statement?.id}"`);
    expect(page).toContain('<td class="whole">支出总表</td>');
  });

  it('is there for a pack without forms, and says what is not known', async () => {
    const { app, store } = await siteApp({});
    const blank: StatementPlan = { kind: 'three-public', columns: [['合计', 'total']], lines: [] };
    await store.save(buildDocument({ disclosures: [{ hasForm: false, statements: [blank] }] }));
    const page = await get(app, address('990104', '水利局'));
    expect(page).toContain('总额不明');
    expect(page).toContain('没有读到项目支出的总额');
    expect(page).toContain('空表');
    expect(page).not.toContain('<rect');
  });

  it('says when the projects are more than the statements have', async () => {
    const { app, store } = await siteApp({});
    const projects = [{ name: '河道清淤', wan: '30' }];
    await store.save(buildDocument({ disclosures: [{ projects, statements: [expenditure('20', '90')] }] }));
    expect(await get(app, address('990104', '水利局'))).toMatch(/比预算表的项目支出多 10.00/);
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
