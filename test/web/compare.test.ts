import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../support/document-builder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import type { StatementPlan } from '../support/statement-builder.js';

const get = async (app: Hono, path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

const FILES = {
  'a.txt': smallDisclosure({ rows: ['禁毒工作经费', '下访巡访'], amounts: ['7', '5'] }),
  'b.txt': smallDisclosure({
    department: '株洲市荷塘区信访局',
    rows: ['禁毒工作专项经费', '见义勇为奖励'],
    amounts: ['9', '3'],
  }),
  'c.txt': smallDisclosure({ year: 2024, rows: ['禁毒工作经费', '铁路护路联防'], amounts: ['8', '4'] }),
  'd.txt': smallDisclosure({
    department: '株洲市芦淞区公安局',
    rows: ['禁毒工作经费', '办案装备'],
    amounts: ['20', '5'],
  }),
};
const HOSTILE = '禁毒"><img src=x onerror=alert(1)><script>alert(1)</script>';

/** The beginning of a bar that leads there, up to its value; a pattern. */
const barTo = (path: string): string =>
  `<a class="bar[ a-z]*" href="${path}"><span class="label">[^<]*</span><span class="hidden">：`;

describe('a comparison', () => {
  it('of a topic groups the projects and draws their amounts, each leading to its project', async () => {
    const { app, store } = await siteApp(FILES);
    const page = await get(app, '/compare?topic=禁毒');
    const projects = (await store.query('projects', { project: '禁毒' })).rows;
    expect(projects).toHaveLength(4);
    for (const { id, amount_wan } of projects) {
      expect(page).toMatch(new RegExp(`${barTo(`/projects/${id}`)}${amount_wan}.00`));
      expect(page).toContain(`<a href="/projects/${id}">${amount_wan}.00</a>`);
    }
    expect(page).toContain('>中位数 9.00</text>');
    expect(page).not.toContain('▲');
    expect(page).not.toContain('见义勇为奖励');
  });

  it('is narrowed by region and year', async () => {
    const { app } = await siteApp(FILES);
    const page = await get(app, '/compare?topic=禁毒&region=石峰区&year=2024');
    expect(page).toContain('没有同类的项目');
    expect(page.match(/href="\/projects\/\d+"/g)).toHaveLength(1);
  });

  it('of a project finds its like and leads to its years', async () => {
    const { app, store } = await siteApp(FILES);
    const [{ id } = { id: 0 }] = (await store.query('projects', { project: '禁毒', year: 2024 })).rows;
    const page = await get(app, `/compare?project=${id}`);
    expect(page.match(new RegExp(`${barTo('[^"]*')}(7|8|9|20).00`, 'g'))).toHaveLength(4);
    expect(page).toContain(`/trend?project=${id}`);
  });

  it('of an indicator puts targets side by side, drawn where they have one measure, each leading to its cell', async () => {
    const sample = (name: string) => readFileSync(`samples/${name}`);
    const { app, store } = await siteApp({
      'a.html': sample('fujian-fuan.html'),
      'b.docx': sample('shanxi-pingding.docx'),
      'c.html': sample('hunan-liling.html'),
    });
    const page = await get(app, '/compare?indicator=群众满意度');
    const quantities = new Map(
      (await store.query('indicators', { text: '群众满意度' })).rows.map(({ id, quantity }) => [
        id,
        quantity,
      ]),
    );
    const drawn = [...page.matchAll(new RegExp(`${barTo('/values/i(\\d+)')}\\D*(\\d+)%`, 'g'))];
    expect(drawn.length).toBeGreaterThan(1);
    for (const [, id, percent] of drawn)
      expect([percent, quantities.get(Number(id))]).toEqual([percent, Number(percent)]);
    expect(page).toContain('个地区');
  });

  it('of statements puts their lines side by side, each leading to its cell', async () => {
    const { app, store } = await siteApp({});
    const statement = (total: string): StatementPlan => ({
      kind: 'three-public',
      title: '“三公”经费表',
      columns: [['本年预算数', 'this-year']],
      lines: [
        { item: '合计', figures: [total] },
        { item: '公务接待费', figures: [total] },
      ],
    });
    const said = [{ subject: '在职人员', count: ['8', '人'] as [string, string], sentence: '在职人员8人。' }];
    for (const [year, total] of [
      [2023, '6'],
      [2024, '4'],
    ] as const) {
      await store.save(
        buildDocument({ path: `${year}`, disclosures: [{ year, said, statements: [statement(total)] }] }),
      );
    }
    const page = await get(app, '/compare?statement=三公');
    expect(page).toContain('<title>比较：“三公”经费表 · 明账</title>');
    expect(page.match(/<a class="bar"/g)).toHaveLength(2);
    for (const { id } of (await store.query('statement_items')).rows)
      expect(page).toContain(`href="/values/t${id}"`);
    expect(page).toMatch(/>-2.00<\/a>/);
    expect(page).toMatch(/<a href="\/values\/n\d+" title="在职人员 8 人">5,000.00<\/a>/);
    expect(page).toContain('公务接待费');
    expect(page).not.toContain('因公出国（境）费');
    expect(page).not.toContain('three-public<');
    expect(await get(app, '/compare?statement=expenditure')).toContain('库中没有支出总表');
    const unknown = await app.request('/compare?statement=没有的表');
    expect(unknown.status).toBe(400);
    expect(await unknown.text()).toContain('“三公”经费表');
  });

  it('says what to do where nothing is asked or found', async () => {
    const { app } = await siteApp(FILES);
    expect(await get(app, '/compare')).toContain('写一件各地都在做的事');
    expect(await get(app, '/compare?topic=不存在的事')).toContain('库中没有有关“不存在的事”的项目');
    expect(await get(app, '/compare?indicator=不存在的事')).toContain('库中没有有关“不存在的事”的指标');
    expect(await get(app, '/compare?topic=禁毒&show=prices')).toContain('没有两处以上印出单价');
  });

  it.each(['topic=禁', 'topic=禁毒&indicator=满意度', 'project=abc', 'project=99', 'show=x', 'year=1'])(
    'says what is wrong with %s',
    async (search) => {
      const { app } = await siteApp(FILES);
      expect((await app.request(`/compare?${search}`)).status).toBe(400);
    },
  );

  it('of hostile names is text', async () => {
    const { app } = await siteApp({
      'a.txt': smallDisclosure({ rows: [HOSTILE, '下访'] }),
      'b.txt': smallDisclosure({ year: 2024, rows: [HOSTILE, '下访'] }),
    });
    for (const path of ['/compare?topic=禁毒', `/compare?topic=${encodeURIComponent(HOSTILE)}`]) {
      const page = await get(app, path);
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('<img src=x');
    }
  });
});

describe('the years of a department', () => {
  it('stand side by side with what came and went', async () => {
    const { app } = await siteApp(FILES);
    const page = await get(app, '/trend?region=石峰区&department=信访局');
    expect(page).toContain('历年：石峰区');
    expect(page).toContain('2023 → 2024');
    expect(page).toMatch(/change-went">项目<b>不再出现<\/b>/);
    expect(page).toMatch(/change-came">项目<b>新增<\/b>/);
  });

  it('are asked for, and one year is said to be one', async () => {
    const { app } = await siteApp(FILES);
    expect(await get(app, '/trend')).toContain('写一个地区和一个部门');
    expect(await get(app, '/trend?region=荷塘区&department=信访局')).toContain('只有 2023 年一个年度');
    expect((await app.request('/trend?region=石峰区')).status).toBe(400);
    expect((await app.request('/trend?region=石峰区&department=水利局')).status).toBe(400);
  });
});

describe('the coverage of a region', () => {
  it('names the counties that have published and those that have not', async () => {
    const { app } = await siteApp(FILES);
    const page = await get(app, '/coverage?region=株洲市&year=2023');
    expect(page).toContain('9 个县级地区中 3 个库中有公开');
    expect(page).toContain('<a href="/coverage?region=430204&amp;year=2023">石峰区</a>');
    expect(page).toContain('醴陵市');
  });

  it('of a county names its departments, their forms, and those it lacks', async () => {
    const { app } = await siteApp({
      ...FILES,
      'd.txt': smallDisclosure({ department: '株洲市荷塘区司法局' }),
      'e.txt': smallDisclosure({ department: '株洲市芦淞区司法局' }),
    });
    const page = await get(app, '/coverage?region=430204&year=2023');
    expect(page).toContain('公开了的部门（1）');
    expect(page).toContain('项目汇总表');
    expect(page).toContain('这里 2023 年没有的部门（1）');
    expect(page).toMatch(/司法局<span class="soft"> 2 个地区公开/);
  });

  it('says so where there is nothing', async () => {
    const { app } = await siteApp(FILES);
    expect(await get(app, '/coverage')).toContain('写一个省、市');
    expect(await get(app, '/coverage?region=广东省')).toContain('库中没有 广东省 的公开内容');
    expect((await app.request('/coverage?region=没有这里')).status).toBe(400);
  });
});
