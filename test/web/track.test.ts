import { describe, expect, it } from 'vitest';
import { saveStory } from '../support/cycle-story.js';
import { siteApp } from '../support/site-app.js';

const page = async (path: string, status = 200): Promise<string> => {
  const { app, store } = await siteApp({});
  await saveStory(store);
  const response = await app.request(path);
  expect(response.status).toBe(status);
  return response.text();
};

describe('目标与结果', () => {
  it('asks for a place or a department first', async () => {
    expect(await page('/track')).toContain('写一个地区和一个部门');
  });

  it('shows each project of a department over the years', async () => {
    const html = await page('/track?region=云溪区&department=水利局');
    expect(html).toContain('承诺 60.00 → 全年预算 55.00 → 执行 54.20 万元');
    expect(html).toContain('权重由未完成的移到完成的');
    expect(html).toMatch(/class="outcome changed">指标值改变，对照承诺未完成</);
    expect(html).toMatch(/href="\/values\/i\d+">31公里</);
  });

  it('counts the departments of a region, each with its own page', async () => {
    const html = await page('/track?region=青禾省');
    expect(html).toContain('承诺 15 条');
    const [, link = ''] = /href="(\/track\?region=990104[^"]+)"/.exec(html) ?? [];
    expect(decodeURIComponent(link)).toContain('department=水利局');
  });

  it('says so where there is none', async () => {
    expect(await page('/track?region=无此地', 400)).toContain('库中没有这个地区');
    expect(await page('/track?project=p1', 400)).toContain('库中没有项目 p1');
  });
});
