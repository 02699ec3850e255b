import { dirname } from 'node:path';
import type { Hono } from 'hono';
import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const FILES = {
  'a.txt': smallDisclosure({ total: '13' }),
  'b.txt': smallDisclosure({ year: 2024, department: '株洲市石峰区司法局' }),
};

const get = async (app: Hono, path: string, status = 200): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, status]);
  return response.text();
};

it('shows a measure by place and year as SQL counts it, and the same as CSV as the command writes', async () => {
  const { app, store } = await siteApp(FILES);
  const { rows } = await store.sql(
    'select year, count(*) as n from current_projects group by year order by year',
  );
  const page = await get(app, '/tabulate?measure=projects&region=湖南省');
  expect(page).toContain('湖南省株洲市石峰区');
  const cells = [...page.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, n]) => Number(n));
  expect(cells).toEqual(rows.map(({ n }) => n));
  const csv = await get(app, '/tabulate?measure=projects&region=湖南省&format=csv');
  const command = ['tabulate', 'projects', '--region', '湖南省', '--format', 'csv', '--db', store.path];
  expect(`\ufeff${csv}`).toBe(runCommand(dirname(store.path), command).stdout);
});

it('leads from a province to its places', async () => {
  const { app } = await siteApp(FILES);
  const page = await get(app, '/tabulate');
  const finer = `/tabulate?region=${encodeURIComponent('湖南省')}`;
  expect(page).toContain(`<a href="${finer}">湖南省</a>`);
  expect(await get(app, finer)).toContain('湖南省株洲市石峰区');
});

it('keeps blank apart from 0, and amounts of stages apart', async () => {
  const { app } = await siteApp({ 'a.txt': smallDisclosure() });
  expect(await get(app, '/tabulate?measure=statements')).toContain('<td class="number">0</td>');
  expect(await get(app, '/tabulate?measure=amount')).toContain('只计部门预算');
  expect(await get(app, '/tabulate?measure=amount&stage=final')).toContain('没有符合条件的公开');
});

it('says what was wrong with an address', async () => {
  const { app } = await siteApp({});
  expect(await get(app, '/tabulate?measure=luck', 400)).toContain('measure 应为 documents、');
  expect(await get(app, '/tabulate?by=street', 400)).toContain('province、city、region');
  await get(app, '/tabulate?region=没有这里', 400);
});
