import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../src/model/import-record.js';
import { buildDocument } from '../support/document-builder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const NO_RESULT: ImportResult = {
  files: 0,
  archives: 0,
  outcomes: {},
  unchanged: 0,
  duplicates: 0,
  kept: 0,
  failures: [],
  skipped: [],
  left: 0,
  newest: [],
};

it('says what is in the store, each figure leading on', async () => {
  const { app, store } = await siteApp({
    'a.txt': smallDisclosure({ total: '13' }),
    'b.txt': smallDisclosure({ year: 2024, department: '株洲市石峰区司法局' }),
  });
  await store.save(
    buildDocument({
      disclosures: [
        { region: null, projects: [{ name: '甲', wan: '20000' }] },
        {
          year: null,
          statements: [
            { kind: 'income', columns: [], lines: [] },
            { kind: 'expenditure', columns: [], lines: [] },
          ],
        },
      ],
    }),
  );
  expect(await store.overview()).toEqual({
    documents: 3,
    unresolved: 1,
    regions: 2,
    departments: 4,
    byProvince: [
      { province: '湖南省', year: 2023, disclosures: 1 },
      { province: '湖南省', year: 2024, disclosures: 1 },
      { province: '青禾省', year: null, disclosures: 1 },
      { province: null, year: 2023, disclosures: 1 },
    ],
  });
  const page = await (await app.request('/')).text();
  expect(page).toContain('<a href="/search?view=projects">5 个项目</a>');
  expect(page).toContain('<a href="/search?view=statements">2 张预算表</a>');
  expect(page).toContain('各年度、各级、各阶段');
});

describe('the map of the provinces', () => {
  const files = {
    'a.txt': smallDisclosure({ total: '13' }),
    'b.txt': smallDisclosure({ department: '株洲市石峰区司法局' }),
    'c.txt': smallDisclosure({ year: 2024 }),
  };

  it('has a square for each, which leads to its places and says all that is known of it', async () => {
    const { app, store } = await siteApp(files);
    await store.save(
      buildDocument({ disclosures: [{ region: null, year: 2023, department: '国家税务总局' }] }),
    );
    const page = await (await app.request('/?year=2023')).text();
    expect(page.match(/<li class="column-\d row-\d">/g)).toHaveLength(34);
    expect(page).toMatch(
      /<a class="place shade-4" href="\/coverage\?region=430000&amp;year=2023" title="湖南省：(2 个部门，\d+ 个项目，部门预算项目金额 [\d.]+ 万元，疑点 \d+ 条)"><b>湖南<\/b><span aria-hidden="true">2<\/span><span class="hidden">：\1<\/span>/,
    );
    expect(page).toContain(
      'class="place nothing" href="/coverage?region=630000&amp;year=2023" title="青海省：库中没有"',
    );
    expect(page).toContain('图上没有的：中央部门，或地区未定的：1 个部门');
    expect(page).toContain('href="/?year=2024&amp;by=departments"');
  });

  it('opens with the newest year that is not nearly empty', async () => {
    const { app, store } = await siteApp(files);
    const squares = async () =>
      /region=430000&amp;year=(\d+)/.exec(await (await app.request('/')).text())?.[1];
    expect(await squares()).toBe('2024');
    const others = Array.from({ length: 5 }, (_, n) => ({ year: 2023, department: `第${n}局` }));
    await store.save(buildDocument({ disclosures: others }));
    expect(await squares()).toBe('2023');
  });

  it('is shaded by money, or by findings where there are enough projects and an audit', async () => {
    const { app, store } = await siteApp(files);
    const squares = async (search: string): Promise<string> => (await app.request(`/${search}`)).text();
    expect(await squares('?by=money')).toMatch(/<b>湖南<\/b><span aria-hidden="true">[\d.,]+万<\/span>/);
    expect(await squares('?by=money')).toContain('只计部门预算阶段');
    expect(await squares('?by=findings')).toContain('<b>湖南</b><span aria-hidden="true">项目少</span>');
    const projects = Array.from({ length: 20 }, (_, n) => ({ name: `项目${n}` }));
    const region = { code: '620421', name: '靖远县', province: '甘肃省', city: '白银市' };
    await store.save(
      buildDocument({ disclosures: [{ region, year: 2023, department: '水利局', projects }] }),
    );
    expect(await squares('?by=findings&year=2023')).toContain(
      '<b>甘肃</b><span aria-hidden="true">未查</span>',
    );
    expect(await squares('?by=money&year=2023')).toContain('<b>甘肃</b><span aria-hidden="true">未印</span>');
    expect(await squares('?year=2024')).toContain('title="甘肃省：库中没有"');
    expect((await app.request('/?by=x')).status).toBe(400);
    expect((await app.request('/?year=abc')).status).toBe(400);
  });

  it('sets the findings of audited disclosures against their projects', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => `第${n}号河道清淤`);
    const { app, store } = await siteApp({
      'a.txt': smallDisclosure({ rows, amounts: rows.map(() => '1'), total: '13' }),
    });
    const [found, projects] = [await store.count('findings'), await store.count('projects')];
    expect(found.rows).toBeGreaterThan(0);
    const rate = (found.rows * 100) / projects.rows;
    const shown = rate.toLocaleString('zh-CN', { maximumFractionDigits: rate < 100 ? 1 : 0 });
    expect(await (await app.request('/?by=findings')).text()).toContain(
      `<b>湖南</b><span aria-hidden="true">${shown}</span>`,
    );
  });

  it('goes down to the counties of a province, city by city, and to those of a city', async () => {
    const { app } = await siteApp(files);
    const province = await (await app.request('/coverage?region=430000&year=2023')).text();
    expect(province).toContain('<h3><a href="/coverage?region=430200&amp;year=2023">株洲市</a></h3>');
    expect(province).toMatch(/<a class="place shade-4" href="\/coverage\?region=430204&amp;year=2023"/);
    expect(province).toContain('title="攸县：库中没有"');
    const city = await (await app.request('/coverage?region=430200&year=2023&by=money')).text();
    expect(city).toMatch(/region=430204&amp;year=2023&amp;by=money" title="石峰区：2 个部门/);
    expect(city).not.toContain('长沙');
    const county = await (await app.request('/coverage?region=430204&year=2023')).text();
    expect(county).not.toContain('class="place');
    expect(county).toContain('司法局');
  });
});

it('says how far the review is, what is gravest, and which documents came last', async () => {
  const { app, store } = await siteApp({
    'a.txt': smallDisclosure({ total: '13' }),
    'b.txt': smallDisclosure({ year: 2024, department: '株洲市石峰区司法局', total: '19' }),
  });
  const get = async (): Promise<string> => (await app.request('/')).text();
  const [first] = await store.listReviews({ state: 'open', reported: true });
  if (!first) throw new Error('nothing was found');
  const before = await get();
  expect(before).toContain(`<a href="/findings/${first.id}">`);
  expect(before).toContain('没有记下哪些是最近导入的');
  const errors = (await store.countReviews({ severity: 'error' })).reduce(
    (sum, { findings }) => sum + findings,
    0,
  );
  expect(before).toContain(`0 / ${errors} 条（0%）`);
  await store.saveReviews([{ fingerprint: first.fingerprint, state: 'confirmed', comment: null, who: '甲' }]);
  const rows = (await store.query('documents', {}, { sort: 'path' })).rows;
  const id = await store.beginImport({ kind: 'paths', paths: ['a.txt', 'b.txt'] });
  await store.endImport(id, {
    result: { ...NO_RESULT, files: 2, newest: rows.map(({ sha256 }) => String(sha256)) },
  });
  const after = await get();
  expect(after).toContain(`1 / ${errors} 条`);
  expect(after).not.toContain(`<a href="/findings/${first.id}">`);
  const [a, b] = rows.map((row) => after.indexOf(`<a href="/documents/${row.id}">`));
  expect(b).toBeGreaterThan(0);
  expect(a).toBeGreaterThan(Number(b));
});

it('says what to do with an empty store, and without an audit', async () => {
  const { app } = await siteApp({});
  expect(await (await app.request('/')).text()).toContain('<a href="/import">导入</a>');
});
