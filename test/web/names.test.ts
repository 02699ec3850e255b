import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const FILES = {
  '2023/信访局.txt': smallDisclosure({ department: '株洲市石峰区数据资源管理局' }),
  '2024/司法局.txt': smallDisclosure({ year: 2024, department: '株洲市石峰区数据资源管里局' }),
};

const post = (app: Hono, path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
    body: new URLSearchParams(fields).toString(),
  });

const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What the buttons of the page say, in their order. */
const wordsOn = (page: string): string[] =>
  [...page.matchAll(/<button type="submit" name="word" value="([^"]*)"/g)].map(([, value]) =>
    unescaped(value ?? ''),
  );

describe('names', () => {
  it('shows two names side by side, merges them by a button, and takes it back', async () => {
    const { app, store } = await siteApp(FILES);
    const before = await store.dump();
    const page = await (await app.request('/names')).text();
    expect(page).toContain('湖南省株洲市石峰区');
    expect(page).toMatch(/相像 90%：只差一个字/);
    expect(page).toMatch(/数据资源管<mark>[理里]<\/mark>局/);
    const words = wordsOn(page);
    expect(words.map((word) => JSON.parse(word).same)).toEqual([true, true, false]);
    const left = words.find((word) => JSON.parse(word).name.includes('管里局')) ?? '';
    const answer = await post(app, '/names', { word: left, who: '甲', back: '/names?region=石峰区' });
    expect(answer.status).toBe(303);
    const to = answer.headers.get('location') ?? '';
    expect(to).toMatch(/^\/names\?/);
    const keys = async () =>
      (await store.query('documents', {}, { sort: 'path' })).rows.map((row) => row.department_key);
    expect(await keys()).toEqual(['数据资源管理局', '数据资源管理局']);
    const done = await (await app.request(to)).text();
    expect(done).toContain('已合并：株洲市石峰区数据资源管里局 → 株洲市石峰区数据资源管理局');
    expect(done).toContain('再核查');
    expect(wordsOn(done)).toEqual([]);
    expect((await post(app, '/names/undo', { id: '1' })).headers.get('location')).toBe('/names?done=undone');
    expect(await store.dump()).toBe(before);
  });

  it('keeps two names apart and does not show them again', async () => {
    const { app } = await siteApp(FILES);
    const [, , apart = ''] = wordsOn(await (await app.request('/names')).text());
    await post(app, '/names', { word: apart });
    const page = await (await app.request('/names')).text();
    expect(wordsOn(page)).toEqual([]);
    expect(page).toContain('是两个');
  });

  it('shows projects of one department, year and stage', async () => {
    const { app } = await siteApp(FILES);
    const page = await (await app.request('/names?of=project')).text();
    expect(page).toContain('没有像是同一个而未决定的项目名称');
  });

  it.each([
    ['not JSON', 400],
    ['{"kind":"department","same":true}', 400],
    ['{"kind":"project","same":true,"name":1,"other":2}', 400],
    ['{"kind":"department","same":true,"region":"430204","name":"甲局","other":"乙局"}', 400],
  ])('refuses the word %s', async (word, status) => {
    const { app, store } = await siteApp(FILES);
    const before = await store.dump();
    expect((await post(app, '/names', { word })).status).toBe(status);
    expect((await post(app, '/names/undo', { id: '7' })).status).toBe(400);
    expect((await app.request('/names?of=colour')).status).toBe(400);
    expect(await store.dump()).toBe(before);
  });

  it('is hidden on a site for reading', async () => {
    const { app } = await siteApp(FILES, { readOnly: true });
    expect(await (await app.request('/')).text()).not.toContain('href="/names"');
    for (const answer of [
      await app.request('/names'),
      await post(app, '/names', {}),
      await post(app, '/names/undo', {}),
    ])
      expect(answer.status).toBe(403);
  });
});
