import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/model/facts/store-error.js';
import type { QueueStanding } from '../../src/model/ports/queue.js';
import { siteApp } from '../support/site-app.js';

const lane = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0, hourly: 0, secondsLeft: 0 };
const standing: QueueStanding = {
  lanes: [
    {
      lane: 'text',
      waiting: 3120,
      running: 2,
      done: 9410,
      failed: 1,
      cancelled: 0,
      hourly: 2260,
      secondsLeft: 4980,
    },
    { ...lane, lane: 'ocr', waiting: 4, secondsLeft: null },
    { ...lane, lane: 'rest' },
  ],
  hosts: [{ host: '一号', workers: 1, jobs: 8, running: 2, done: 9410 }],
  running: [{ lane: 'text', path: '某县/预算.pdf', host: '一号', seconds: 12 }],
  failed: [
    { lane: 'text', path: '某县/甲.pdf', reason: '没有读取权限', attempts: 3, isStored: false },
    { lane: 'ocr', path: '某县/乙.pdf', reason: '读取进程崩溃', attempts: 1, isStored: true },
  ],
  tooNew: 7,
};

describe('the page of a queue', () => {
  it('says what waits, who reads, what failed and how long it takes', async () => {
    const { app } = await siteApp({}, { queue: { standing: async () => standing } });
    const response = await app.request('/queue');
    expect(response.status).toBe(200);
    const page = await response.text();
    for (const said of [
      '3,120',
      '约 83 分钟',
      '还不知道',
      '一号',
      '某县/预算.pdf',
      '没有读取权限',
      '试了 3 次',
      '搁置，库中已记下',
      '有 7 个文件等更新的读取程序',
    ])
      expect(page).toContain(said);
    expect(await (await app.request('/')).text()).toContain('href="/queue"');
  });

  it('says so where nobody reads, and where the server cannot be used', async () => {
    const idle = await siteApp({}, { queue: { standing: async () => ({ ...standing, hosts: [] }) } });
    expect(await (await idle.app.request('/queue')).text()).toContain('没有机器在读');
    const refused = new StoreError('missing', '这个 PostgreSQL 数据库里还没有队列');
    const none = await siteApp({}, { queue: { standing: () => Promise.reject(refused) } });
    const response = await none.app.request('/queue');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('还没有队列');
  });

  it('is not offered where the site has no queue', async () => {
    const { app } = await siteApp({});
    expect((await app.request('/queue')).status).toBe(404);
    expect(await (await app.request('/')).text()).not.toContain('href="/queue"');
  });
});
