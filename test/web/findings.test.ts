import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/model/ports/store.js';
import { readAnswers } from '../../src/report/audit-workbook/read-answers.js';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const FILES = {
  'a.txt': smallDisclosure({ total: '13' }),
  'b.txt': smallDisclosure({ total: '17', year: 2024, department: '株洲市石峰区司法局' }),
};
const RULE = 'summary-total-differs-from-rows';

const get = async (app: Hono, path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

const post = async (app: Hono, path: string, fields: Record<string, string>): Promise<Response> =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields) });

const wrong = async (store: Store, department: string) => {
  const [found] = await store.listReviews({ rule: RULE, department });
  if (!found) throw new Error('no finding');
  return found;
};

const ANSWER = { state: 'dismissed', comment: '附件另有说明', who: '甲', basedOn: '', back: '' };

describe('the list of findings', () => {
  it('shows what a filter keeps, the largest difference first', async () => {
    const { app, store } = await siteApp(FILES);
    const page = await get(app, `/findings?rule=${RULE}`);
    const ids = [...page.matchAll(/<tr id="f(\d+)"/g)].map(([, id]) => Number(id));
    expect(ids).toEqual([(await wrong(store, '司法局')).id, (await wrong(store, '信访局')).id]);
    const one = await get(
      app,
      `/findings?rule=${RULE}&department=信访局&year=2023&region=430204&severity=error`,
    );
    expect(one.match(/<tr id="f/g)).toHaveLength(1);
    expect(one).toContain(`href="/findings/${ids[1]}?rule=${RULE}&amp;department=`);
    expect(await get(app, '/findings?text=没有这样的话')).toContain('没有符合条件的疑点');
  });

  it('shows the columns chosen, remembers them, and leads on with them', async () => {
    const { app } = await siteApp(FILES);
    const chosen = await app.request(`/findings?rule=${RULE}&columns=message&columns=formula`);
    const page = await chosen.text();
    const heads = [...page.matchAll(/<th scope="col"[^>]*>(?:<a[^>]*>)?([^<↕▲▼]+)/g)].map(([, title]) =>
      title?.trim(),
    );
    expect(heads).toEqual(['编号', '疑点', '算式']);
    expect(page).toMatch(/href="\/findings\/\d+\?rule=[^"]*columns=message%2Cformula"/);
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
    const again = await (await app.request('/findings', { headers: { cookie } })).text();
    expect(again).not.toContain('>差额<');
    const [, finding = ''] = /href="(\/findings\/\d+\?[^"]*)"/.exec(page) ?? [];
    await get(app, finding.replaceAll('&amp;', '&'));
    expect((await app.request('/findings?columns=colour')).status).toBe(400);
    expect(await get(app, '/findings')).toContain('差额');
  });

  it('groups by rule and by department with the progress of each', async () => {
    const { app, store } = await siteApp(FILES);
    const { id } = await wrong(store, '信访局');
    await post(app, `/findings/${id}/review`, ANSWER);
    const rules = await get(app, '/findings?group=rule');
    expect(rules).toContain(`<a href="/findings?rule=${RULE}">`);
    expect(rules).toMatch(/<progress max="2" value="1" aria-label="已复核 1 \/ 2"/);
    const departments = await get(app, `/findings?group=department&rule=${RULE}`);
    expect(departments).toContain('株洲市石峰区司法局');
    expect(departments).toContain('aria-label="已复核 0 / 1"');
  });

  it('tells how far the review is', async () => {
    const { app, store } = await siteApp(FILES);
    await post(app, `/findings/${(await wrong(store, '信访局')).id}/review`, ANSWER);
    expect(await get(app, `/findings?rule=${RULE}`)).toContain('已复核 1 / 2 条（50.0%）');
    expect((await get(app, `/findings?rule=${RULE}&review=open`)).match(/<tr id="f/g)).toHaveLength(1);
  });

  it.each(['review=maybe', 'group=x', 'reported=1', 'page=0', 'sort=message', 'nonsense=1', 'level1=产出'])(
    'says what is wrong with %s',
    async (search) => {
      const { app } = await siteApp(FILES);
      const response = await app.request(`/findings?${search}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('role="alert"');
    },
  );

  it('keeps an answered finding that is no longer reported', async () => {
    const { app, store } = await siteApp(FILES);
    const { id } = await wrong(store, '信访局');
    await post(app, `/findings/${id}/review`, ANSWER);
    await store.saveRun({
      scope: {},
      documents: 2,
      ruleset: '',
      rules: [],
      findings: [],
    });
    expect(await get(app, '/findings')).toContain('没有发现疑点');
    expect(await get(app, '/findings?reported=0')).toContain(`<tr id="f${id}"`);
    expect(await get(app, `/findings/${id}`)).toContain('已不再报告');
  });

  it('offers the audit where nothing was audited yet', async () => {
    const { app } = await siteApp({});
    const page = await get(app, '/findings');
    expect(page).toContain('action="/audit"');
  });
});

describe('exports of the list', () => {
  it('are the table of `audit review`, filtered', async () => {
    const { app, store } = await siteApp(FILES);
    await post(app, `/findings/${(await wrong(store, '信访局')).id}/review`, ANSWER);
    const csv = await get(app, '/findings/export?format=csv&all=1');
    const json = await get(app, '/findings/export?format=json&all=1');
    const review = (format: string) =>
      runCommand(scratchFolder(), ['audit', 'review', '--db', store.path, '--format', format]).stdout;
    expect(csv).toBe(review('csv').replace(/^\uFEFF/, ''));
    expect(json).toBe(review('json'));
    const some = JSON.parse(await get(app, '/findings/export?format=json&review=dismissed')) as object[];
    expect(some).toMatchObject([{ state: 'dismissed', comment: '附件另有说明', who: '甲' }]);
  });

  it('as a workbook can be answered and read back', async () => {
    const { app, store } = await siteApp(FILES);
    const { id, fingerprint } = await wrong(store, '信访局');
    await post(app, `/findings/${id}/review`, ANSWER);
    const response = await app.request(`/findings/export?format=xlsx&all=1&rule=${RULE}`);
    const sheet = readAnswers(new Uint8Array(await response.arrayBuffer()));
    expect(sheet.problems).toEqual([]);
    expect(sheet.answers).toMatchObject([
      {
        fingerprint,
        state: 'dismissed',
        comment: '附件另有说明',
        basedOn: (await store.reviews()).get(fingerprint)?.at,
      },
    ]);
  });

  it('of an unknown format are a wrong question', async () => {
    const { app } = await siteApp(FILES);
    expect((await app.request('/findings/export?format=pdf')).status).toBe(400);
  });
});

describe('starting an audit', () => {
  it('is refused with a scope that means nothing, and on a site for reading', async () => {
    const { app } = await siteApp(FILES);
    expect((await post(app, '/audit', { region: '没有这个县' })).status).toBe(400);
    expect((await post(app, '/audit', { year: 'abc' })).status).toBe(400);
    const reading = await siteApp(FILES, { readOnly: true });
    expect((await post(reading.app, '/audit', {})).status).toBe(403);
  });

  it('runs one at a time', async () => {
    const started: object[] = [];
    let isRunning = false;
    const { app } = await siteApp(FILES, {
      audits: {
        state: () => ({ kind: 'running', scope: '库中全部', seen: 1, documents: 2 }),
        start: (audit) => {
          if (isRunning) return false;
          isRunning = true;
          started.push(audit);
          return true;
        },
        stop: () => undefined,
      },
    });
    const first = await post(app, '/audit', { region: '石峰区', year: '2023', department: ' ' });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/findings']);
    expect(started).toEqual([
      { scope: { region: '石峰区', year: 2023 }, title: '石峰区，2023 年', documents: 2 },
    ]);
    expect((await post(app, '/audit', {})).status).toBe(409);
    const page = await get(app, '/findings');
    expect(page).toContain('正在核查（库中全部）');
    expect(page).not.toContain('action="/audit"');
    expect(await (await app.request('/audit')).json()).toMatchObject({ kind: 'running', seen: 1 });
  });
});
