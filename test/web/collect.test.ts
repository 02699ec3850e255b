import { expect, it } from 'vitest';
import type { CollectRunner, CollectState } from '../../src/web/collects/collect-runner.js';
import type { CollectWish } from '../../src/web/collects/collect-task.js';
import { siteApp } from '../support/site-app.js';

interface ToldRunner extends CollectRunner {
  wishes: CollectWish[];
  become(state: CollectState): void;
}

function toldRunner(): ToldRunner {
  let state: CollectState = { kind: 'idle' };
  const wishes: CollectWish[] = [];
  return {
    wishes,
    become: (next) => {
      state = next;
    },
    state: () => state,
    start: (wish) => {
      if (state.kind === 'running') return false;
      wishes.push(wish);
      state = { kind: 'running', wish, stopping: false, progress: { hosts: [], waiting: 1, latest: [] } };
      return true;
    },
    askToStop: () => {
      if (state.kind === 'running') state = { ...state, stopping: true };
    },
    close: async () => undefined,
  };
}

const FORM = {
  addresses: 'http://qinghe.example/',
  folder: '/tmp/青禾',
  contact: 'a@qinghe.example',
  titles: '预算，绩效',
};
const HOST = {
  ...{ host: 'qinghe.example', asked: 3, added: 1, changed: 0, unchanged: 0, gone: 0, missing: 0 },
  ...{ skipped: 0, refused: 0, failed: 0, left: 2, stopped: '网站接连 3 次拒绝（403）' },
};

async function collectSite() {
  const collects = toldRunner();
  const { app } = await siteApp({}, { collects });
  const post = (path: string, form: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(app.request(path, { method: 'POST', body: new URLSearchParams(form) }));
  const page = async (): Promise<string> => (await app.request('/collect')).text();
  return { app, collects, post, page };
}

it('takes a wish, shows how far it is, stops, and leads into the store', async () => {
  const { collects, post, page } = await collectSite();
  expect(await page()).toContain('name="addresses"');
  expect((await post('/collect', { ...FORM, year: '2024', pause: '5' })).status).toBe(303);
  const [wish] = collects.wishes;
  expect(wish).toMatchObject({
    folder: '/tmp/青禾',
    titles: ['预算', '绩效'],
    year: 2024,
    pause: 5,
    depth: 1,
    allowPrivate: false,
  });
  if (!wish) return;
  const latest = [
    { url: 'http://qinghe.example/a', ending: 'added' as const, name: '预算<b>.docx', reason: '' },
  ];
  collects.become({
    kind: 'running',
    wish,
    stopping: false,
    progress: { hosts: [HOST], waiting: 7, latest },
  });
  const running = await page();
  expect(running).toContain('data-follow="2000"');
  expect(running).toContain('预算&lt;b&gt;.docx');
  expect(running).toContain('已停下：网站接连 3 次拒绝（403）');
  expect((await post('/collect', FORM)).status).toBe(409);
  await post('/collect/stop');
  expect(await page()).toContain('正在停下');
  collects.become({
    kind: 'done',
    wish,
    warnings: ['网址清单 有不认得的列 regoin'],
    summary: {
      ...{
        hosts: [HOST],
        pages: 2,
        foreseen: 0,
        passedOver: 4,
        duplicates: 0,
        isResumed: false,
        isDone: false,
        files: 1,
      },

      troubles: [{ url: 'http://qinghe.example/b', reason: '网站上找不到（404）' }],
      barren: ['http://qinghe.example/c'],
    },
  });
  const done = await page();
  for (const text of [
    '还没有取完',
    '不认得的列 regoin',
    '把这个文件夹导入库中',
    '网站上找不到（404）',
    'qinghe.example/c',
  ])
    expect(done).toContain(text);
});

it.each([
  [{ ...FORM, addresses: ' ' }, '没有给出网址'],
  [{ ...FORM, folder: '' }, '文件夹'],
  [{ ...FORM, year: '24' }, '年度应为四位'],
  [{ ...FORM, pause: '0' }, '停顿应为不小于 1'],
])('says what is wrong with a wish: %o', async (form, message) => {
  const { collects, post } = await collectSite();
  const response = await post('/collect', form);
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(page).toContain(message);
  expect(page).toContain(`value="${FORM.contact}"`);
  expect(collects.wishes).toEqual([]);
});

it('is for those at the machine alone, and offered to nobody else', async () => {
  const { app } = await siteApp({});
  expect(await (await app.request('/')).text()).not.toContain('href="/collect"');
  expect((await app.request('/collect')).status).toBe(403);
  expect((await app.request('/collect', { method: 'POST', body: new URLSearchParams(FORM) })).status).toBe(
    403,
  );
});
