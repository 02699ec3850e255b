import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { parseCalculation } from '../../normalizers/parse/calculation/parse-calculation.js';
import { buildDocument } from '../support/document-builder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const sample = (name: string): Buffer => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>';

const get = async (app: Hono, path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

describe('/projects/ID', () => {
  it('shows all that is printed of each project, and nothing of the others', async () => {
    const { app, store } = await siteApp({ 'a.txt': sample('hunan-liuyang.txt') });
    const rows = async (view: string) => (await store.query(view)).rows;
    for (const { id, project } of await rows('projects')) {
      const page = await get(app, `/projects/${id}`);
      const shows = (href: string): boolean => page.includes(`href="${href}"`);
      for (const each of await rows('indicators'))
        expect(shows(`/values/i${each.id}`)).toBe(each.project_id === id);
      for (const each of await rows('costs'))
        expect(shows(`/values/c${each.id}`)).toBe(each.project_id === id);
      for (const each of await rows('budgets'))
        expect(shows(`/values/b${each.id}`)).toBe(each.project === project);
      for (const each of await rows('findings'))
        expect(shows(`/findings/${each.id}`)).toBe(each.project === project);
      expect(shows(`/compare?project=${id}`)).toBe(true);
    }
    expect((await rows('costs')).length).toBeGreaterThan(0);
  });

  it('tells amounts of the own level from those with lower levels', async () => {
    const { app, store } = await siteApp({ 'a.txt': sample('ningxia-helan.txt') });
    const { id } =
      (await store.query('projects')).rows.find(({ project }) => project === '禁毒工作经费') ?? {};
    const names = [...(await get(app, `/projects/${id}`)).matchAll(/<th scope="row">([^<]*总额[^<]*)</g)];
    expect(names.map(([, name]) => name)).toEqual(['年度资金总额（含下级）', '年度资金总额（本级）']);
  });

  it('works a calculation out again', async () => {
    const { app, store } = await siteApp({});
    const calculation = '235元/人/月×12人×12月=3.384万元；印刷费2万元';
    const document = buildDocument({
      disclosures: [
        { projects: [{ name: '甲', wan: '5.38', costs: [{ item: '补助', wan: '5.38', calculation }] }] },
      ],
    });
    const [line] = document.disclosures[0]?.costs ?? [];
    if (!line) throw new Error('no cost line');
    line.parsed = parseCalculation(calculation, { amountFen: 5_380_000, moneyUnit: '万元' });
    await store.save(document);
    const [project] = (await store.query('projects')).rows;
    const page = await get(app, `/projects/${project?.id}`);
    expect(page).toContain('235元/人/月 × 12人 × 12月 = 33,840 元');
    expect(page).toContain('打包 20,000 元');
    expect(page).toContain('合计 53,840 元');
    expect(page).toContain('本行金额 53,800 元');
    expect(page).toContain('各行合计 5.38 万元，项目金额 5.38 万元');
  });

  it('leads to the same project of other years, and to its department', async () => {
    const { app, store } = await siteApp({
      'a.txt': smallDisclosure({ year: 2022 }),
      'b.txt': smallDisclosure({ year: 2023 }),
    });
    const [earlier, later] = (await store.query('projects', { text: '接访大厅' }, { sort: 'year' })).rows;
    const page = await get(app, `/projects/${later?.id}`);
    expect(page).toContain(`href="/projects/${earlier?.id}"`);
    expect(page).toContain(`/department?region=430204&amp;key=${encodeURIComponent('信访局')}&amp;year=2023`);
    expect(page).toMatch(/汇总表 <a href="\/documents\/\d+\?place=/);
  });

  it('says that there is no such project', async () => {
    const { app } = await siteApp({});
    const response = await app.request('/projects/12');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('库中没有项目 p12');
    expect((await app.request('/projects/x')).status).toBe(404);
  });

  it('escapes hostile text, and opens a very long one on request', async () => {
    const { app, store } = await siteApp({});
    const projects = [
      {
        name: HOSTILE,
        wan: '1',
        annualGoal: `${HOSTILE}${'长'.repeat(200_000)}`,
        indicators: [{ name: HOSTILE, level1: HOSTILE, target: HOSTILE, description: HOSTILE }],
        costs: [{ item: HOSTILE, wan: '1', calculation: HOSTILE }],
      },
    ];
    await store.save(buildDocument({ disclosures: [{ projects }] }));
    const [project] = (await store.query('projects')).rows;
    const page = await get(app, `/projects/${project?.id}`);
    expect(page).not.toMatch(/<img|<script>/);
    expect(page).toContain('长长…（略 ');
  });
});
