import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readSearchQuery } from '../../src/web/pages/search/search-query.js';
import { buildDocument } from '../support/document-builder.js';
import { runCommand } from '../support/run-command.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { someOf } from '../support/thorough.js';

const sample = (name: string): Buffer => readFileSync(new URL(`../../samples/${name}`, import.meta.url));

const FILES = {
  'a.txt': smallDisclosure({ total: '13' }),
  'b.txt': smallDisclosure({ year: 2024, department: '株洲市石峰区司法局' }),
  'c.txt': sample('hunan-liuyang.txt'),
  'd.txt': sample('hebei-funing.txt'),
};

const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>';

const get = async (app: Hono, path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

const hrefs = (page: string): string[] =>
  [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

describe('which list an address means', () => {
  const view = (search: string): string => readSearchQuery(`http://localhost/search?${search}`).view;

  it('is the ranked full text for words alone, and the list that has the filter otherwise', () => {
    expect(view('')).toBe('projects');
    expect(view('text=信访')).toBe('all');
    expect(view('text=信访&region=430000')).toBe('all');
    expect(view('text=信访&sort=-amount_wan')).toBe('projects');
    expect(view('level2=数量指标')).toBe('indicators');
    expect(view('severity=error&text=a')).toBe('findings');
  });

  it.each([
    ['view=colours', /可用：all、projects/],
    ['view=projects&level1=产出指标', /不能按 level1 筛选；可用：text、region/],
    ['view=all&text=a&sort=year', /不能用 sort/],
  ])('refuses %s', (search, message) => {
    expect(() => view(search)).toThrow(message);
  });
});

describe('/search', () => {
  it('lists each view with links to its pages', async () => {
    const { app, store } = await siteApp(FILES);
    const [project] = (await store.query('projects', { text: '接访大厅' })).rows;
    const page = await get(app, '/search?view=projects&text=接访大厅');
    expect(hrefs(page)).toContain(`/projects/${project?.id}`);
    expect(hrefs(page)).toContain(`/values/p${project?.id}`);
    expect(hrefs(page)).toContain(
      `/department?region=430204&key=${encodeURIComponent(String(project?.department_key))}`,
    );
    expect(page).toContain('<mark>接访大厅</mark>改造');
    const [indicator] = (await store.query('indicators', { level2: '数量指标' }, { limit: 1 })).rows;
    expect(hrefs(await get(app, '/search?level2=数量指标'))).toContain(`/values/i${indicator?.id}`);
    const [finding] = (await store.query('findings', {}, { limit: 1 })).rows;
    expect(hrefs(await get(app, '/search?view=findings'))).toContain(`/findings/${finding?.id}`);
    expect(hrefs(await get(app, '/search?view=texts'))).toContainEqual(
      expect.stringMatching(/^\/documents\/\d+\?place=/),
    );
  });

  it('counts every list for the same question in its tabs', async () => {
    const { app, store } = await siteApp(FILES);
    const page = await get(app, '/search?view=indicators&year=2024&level1=产出指标');
    for (const [view, filter] of [
      ['projects', { year: 2024 }],
      ['indicators', { year: 2024, level1: '产出指标' }],
      ['findings', { year: 2024 }],
    ] as const) {
      const { length } = (await store.query(view, filter)).rows;
      expect(page).toMatch(new RegExp(`view=${view}[^>]*>[^<]*<span class="count"> ${length}</span>`));
    }
  });

  it('counts what the full text finds by facets, each of which leads to as many', async () => {
    const { app } = await siteApp(FILES);
    const first = await get(app, '/search?text=宣传');
    const facets = [
      ...first.matchAll(/<li><a href="(\/search[^"]*)">[^<]*<\/a><span class="count">(\d+)<\/span>/g),
    ];
    const names = new Set(
      facets.map(([, href]) =>
        Object.keys(Object.fromEntries(new URLSearchParams(href?.split('amp;').pop()))).pop(),
      ),
    );
    expect(names).toEqual(new Set(['in', 'region', 'year', 'stage', 'department', 'level1']));
    for (const [, href = '', count] of facets) {
      expect(await get(app, href.replaceAll('&amp;', '&'))).toContain(`共 ${count} 条`);
    }
    const narrowed = await get(app, '/search?text=宣传&view=all&in=indicators&year=2024');
    expect(narrowed).toContain('去掉条件 哪一类 指标');
    expect(narrowed).toContain('去掉条件 年度 2024');
  });

  it('shows the columns chosen, remembers them, and exports them alone', async () => {
    const { app, store } = await siteApp(FILES);
    const chosen = await app.request('/search?view=projects&columns=project&columns=stage&columns=region');
    const heads = (page: string): string[] =>
      [...page.matchAll(/<th scope="col"[^>]*>(?:<a[^>]*>)?([^<]+)/g)].map(([, title]) => title ?? '');
    const page = await chosen.text();
    expect(heads(page)).toEqual(['项目', '阶段', '地区']);
    expect(page).toContain('<td>部门预算</td>');
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
    const headers = { cookie };
    const later = await (await app.request('/search?view=projects', { headers })).text();
    expect(heads(later)).toEqual(['项目', '阶段', '地区']);
    expect(hrefs(later)).toContain(
      '/search/export?view=projects&columns=project%2Cstage%2Cregion&format=csv',
    );
    expect(heads(await (await app.request('/search?view=indicators', { headers })).text())).toContain(
      '指标值',
    );
    const usual = await app.request('/search?view=projects&columns=project&columns=usual', { headers });
    expect(heads(await usual.text())).toContain('年度绩效目标');
    expect(usual.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await app.request('/search?view=projects&columns=colour')).status).toBe(400);
    const csv = await (
      await app.request('/search/export?view=projects&columns=project,region&format=csv')
    ).text();
    expect(csv.split('\r\n')[0]).toBe('项目,省,市,地区');
    expect(csv.trim().split('\r\n')).toHaveLength((await store.count('projects')).rows + 1);
  });

  it('narrows by facets, and opens again', async () => {
    const { app, store } = await siteApp(FILES);
    const page = await get(app, '/search?view=projects');
    const province = `/search?view=projects&region=${encodeURIComponent('湖南省')}`;
    expect(hrefs(page)).toContain(province);
    const narrowed = await get(app, province);
    const { length } = (await store.query('projects', { region: '湖南省' })).rows;
    expect(narrowed).toContain(`共 ${length} 条`);
    expect(hrefs(narrowed)).toContain('/search?view=projects&region=430204');
    expect(hrefs(await get(app, '/search?view=projects&region=430204'))).toContain('/search?view=projects');
  });

  it('narrows by the kind of target, sorted or not', async () => {
    const { app, store } = await siteApp(FILES);
    const wanted = (await store.query('indicators')).rows.filter(({ kind }) => kind === 'percent');
    expect(hrefs(await get(app, '/search?view=indicators'))).toContain(
      '/search?view=indicators&kind=percent',
    );
    for (const sort of ['', '&sort=name', '&sort=year']) {
      const page = await get(app, `/search?view=indicators&kind=percent${sort}`);
      expect(page).toContain(`共 ${wanted.length} 条`);
      const shown = hrefs(page).filter((href) => href.startsWith('/values/i'));
      expect(new Set(shown)).toEqual(new Set(wanted.map(({ id }) => `/values/i${id}`)));
    }
    expect(await get(app, '/search?view=texts&kind=duties')).toContain('部门职责');
  });

  it('pages through a long list, each row once', async () => {
    const { app, store } = await siteApp(FILES);
    const seen: string[] = [];
    let next: string | undefined = '/search?view=indicators&sort=-name';
    while (next !== undefined) {
      const page: string = await get(app, next);
      seen.push(...hrefs(page).filter((href) => href.startsWith('/values/i')));
      next = /<a href="([^"]*)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    const { rows } = await store.query('indicators', {}, { sort: '-name' });
    expect(rows.length).toBeGreaterThan(50);
    expect(seen).toEqual(rows.map(({ id }) => `/values/i${id}`));
  });

  it('ranks what the full text finds, hits marked, brackets of the print left alone', async () => {
    const { app, store } = await siteApp(FILES);
    await store.save(
      buildDocument({ disclosures: [{ projects: [{ name: '【重点】信访维稳【信访】', wan: '1' }] }] }),
    );
    const page = await get(app, '/search?text=信访 NOT 司法');
    expect(page).toContain('【重点】<mark>信访</mark>维稳【<mark>信访</mark>】');
    expect(await get(app, '/search?view=projects&text=信访 NOT 司法')).toContain('这里按原样的文字查找');
  });

  it('says what to do where nothing is found', async () => {
    const { app } = await siteApp({});
    expect(await get(app, '/search')).toContain('没有符合条件的项目');
    expect(await get(app, '/search?view=all')).toContain('在上面输入要找的词');
    expect(await get(app, '/search?view=projects&page=7')).toContain('没有符合条件');
  });

  it('says what was wrong with an address', async () => {
    const { app } = await siteApp({});
    for (const search of [
      'colour=red',
      'view=x',
      'page=-1',
      'sort=colour',
      'year=1',
      'region=4302041',
      'text=(a&view=all',
    ]) {
      const response = await app.request(`/search?${search}`);
      expect([search, response.status]).toEqual([search, 400]);
      expect(await response.text()).toContain('role="alert"');
    }
  });

  it('escapes hostile text and stays small beside 200 KB of it', async () => {
    const { app, store } = await siteApp({});
    const long = `${HOSTILE}${'长'.repeat(200_000)}`;
    await store.save(
      buildDocument({
        disclosures: [
          {
            department: HOSTILE,
            departmentKey: HOSTILE,
            projects: [
              { name: HOSTILE, wan: '1', annualGoal: long, indicators: [{ name: long, target: HOSTILE }] },
            ],
          },
        ],
      }),
    );
    const text = encodeURIComponent(HOSTILE);
    for (const path of [
      '/search?view=projects',
      `/search?view=projects&text=${text}`,
      `/search?view=indicators&department=${text}`,
      `/search?view=all&text=${encodeURIComponent('alert')}`,
    ]) {
      const page = await get(app, path);
      expect(page).not.toMatch(/<img|<script>/);
      expect(page).toContain('&lt;img');
      expect(page.length).toBeLessThan(60_000);
    }
  });
});

describe('/search/export', () => {
  const bytesOf = async (app: Hono, path: string): Promise<Buffer> => {
    const response = await app.request(path);
    expect([path, response.status]).toEqual([path, 200]);
    return Buffer.from(await response.arrayBuffer());
  };

  it.each(
    someOf(2, [
      ['view=projects&sort=-amount_wan', ['query', 'projects', '--sort', '-amount_wan']],
      [
        'view=indicators&level1=产出指标&year=2024&kind=number',
        ['query', 'indicators', '--level1', '产出指标', '--year', '2024', '--kind', 'number'],
      ],
      ['view=findings&severity=error', ['query', 'findings', '--severity', 'error']],
      ['view=texts&text=没有这样的字', ['query', 'texts', '--text', '没有这样的字']],
      ['text=宣传', ['search', '宣传', '--limit', '1000']],
    ]),
  )('gives for %s the bytes of the command line', async (search, command) => {
    const { app, store } = await siteApp(FILES);
    const folder = dirname(store.path);
    for (const format of ['csv', 'json', 'xlsx']) {
      const output = `list.${format}`;
      const run = [...command, '--db', store.path, '--format', format, '--output', output];
      expect(runCommand(folder, run).status).toBe(0);
      const exported = await bytesOf(app, `/search/export?${search}&format=${format}`);
      expect([format, exported.equals(readFileSync(join(folder, output)))]).toEqual([format, true]);
    }
  });

  it('is a file that is read row by row, of one state of the store, and holds up no writer', async () => {
    const { app, store } = await siteApp({});
    const projects = [1, 2, 3].map((n) => ({ name: `项目${n}`, annualGoal: '长'.repeat(40_000) }));
    await store.save(buildDocument({ disclosures: [{ projects }] }));
    const response = await app.request('/search/export?view=projects&format=json');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="mingzhang-projects.json"',
    );
    const reader = response.body?.getReader();
    const first = await reader?.read();
    await store.save(buildDocument({ path: '乙.txt', disclosures: [{ projects: [{ name: '后来的' }] }] }));
    const pieces = [Buffer.from(first?.value ?? [])];
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      pieces.push(Buffer.from(next.value));
    }
    expect(pieces.length).toBeGreaterThan(1);
    const rows = JSON.parse(Buffer.concat(pieces).toString()) as { project: string }[];
    expect(rows.map(({ project }) => project)).toEqual(['项目1', '项目2', '项目3']);
  });

  it('needs a format it knows', async () => {
    const { app } = await siteApp({});
    expect((await app.request('/search/export?view=projects')).status).toBe(400);
    expect((await app.request('/search/export?view=projects&format=pdf')).status).toBe(400);
  });
});
