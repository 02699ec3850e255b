import { describe, expect, it } from 'vitest';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('the review of findings', () => {
  const here = siteInBrowser(['samples']);

  it('filters, opens, dismisses with a comment, and finds the answer in list and export', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(`${here.site.url}findings`);
    await page.getByRole('link', { name: '错误' }).first().click();
    await page.locator('tbody tr a').first().click();
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    expect(await page.locator('.formula').count()).toBe(1);
    const id = Number(/findings\/(\d+)/.exec(page.url())?.[1]);
    await page.getByLabel('排除').check();
    await page.getByLabel('意见').fill('程序读错一列');
    await page.getByLabel('复核人').fill('甲');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.answered').waitFor();
    expect(await page.locator('.answered').textContent()).toContain(`f${id} 已记为 排除：程序读错一列`);
    const [stored] = await here.site.store.listReviews({ state: 'dismissed' });
    expect(stored).toMatchObject({ id, comment: '程序读错一列', who: '甲' });
    const csv = await page.request.get(`${here.site.url}findings/export?format=csv&review=dismissed`);
    expect(await csv.text()).toContain('程序读错一列');
    await page.getByRole('link', { name: '回到清单' }).first().click();
    await page.waitForURL(/findings\?/);
    expect(await page.locator(`tr#f${id}`).count()).toBe(0);
    await page.goto(`${here.site.url}findings?all=1#f${id}`);
    expect(await page.locator(`tr#f${id}`).count()).toBe(1);
    expect(await page.locator('input[name="who"]').first().inputValue()).toBe('甲');
    expect(complaints).toEqual([]);
    expect(here.site.errors).toEqual([]);
  });

  it('goes by keyboard', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(`${here.site.url}findings?review=open`);
    const id = () => page.locator('tr.current').getAttribute('id');
    await page.keyboard.press('j');
    const first = await id();
    await page.keyboard.press('j');
    const second = await id();
    expect(second).not.toBe(first);
    await page.keyboard.press('k');
    expect(await id()).toBe(first);
    await page.keyboard.press('e');
    await page.keyboard.type('乙');
    await page.keyboard.press('Tab');
    await page.keyboard.type('跨年项目');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/findings?review=open&done=*#${second}`);
    await page.locator(`tr.current#${second} a:focus`).waitFor();
    const answered = await here.site.store.reviewedFinding(Number(first?.slice(1)));
    expect(answered).toMatchObject({ state: 'explained', comment: '跨年项目', who: '乙' });
    await page.keyboard.press('d');
    await page.keyboard.press('Escape');
    expect(await page.locator('details[open].answer-here').count()).toBe(0);
    await page.keyboard.press('?');
    await page.getByLabel('启用单键快捷键').uncheck();
    await page.getByRole('button', { name: '关闭' }).click();
    await page.keyboard.press('j');
    expect(await id()).toBe(second);
    expect(complaints).toEqual([]);
  });

  it('runs an audit beside the site and shows the list when it is done', async () => {
    const { page, complaints } = await openPage(here.browser);
    const before = (await here.site.store.sql('SELECT max(run_id) AS run FROM finding_runs')).rows[0]?.run;
    await page.goto(`${here.site.url}findings`);
    await page.getByText('运行核查').click();
    await page.locator('.audit-form input[name="year"]').fill('2024');
    await page.getByRole('button', { name: '开始核查' }).click();
    await page.getByText('核查完成（2024 年）').waitFor();
    await page.getByText('没有改动，没有重查').waitFor();
    expect((await here.site.store.sql('SELECT max(run_id) AS run FROM finding_runs')).rows[0]?.run).toBe(
      before,
    );
    const [document] = (await here.site.store.query('documents', { year: 2024 })).rows;
    await here.site.store.assign(String(document?.sha256), { year: 2024 });
    await page.getByText('运行核查').click();
    await page.locator('.audit-form input[name="year"]').fill('2024');
    await page.getByRole('button', { name: '开始核查' }).click();
    await page.getByText('核查完成（2024 年）：文档').waitFor();
    expect((await here.site.store.sql('SELECT max(run_id) AS run FROM finding_runs')).rows[0]?.run).toBe(
      Number(before) + 1,
    );
    expect(complaints).toEqual([]);
  });

  it('can be read on a phone: sentences keep their width, and no more than a few lines of them are shown', async () => {
    const { page } = await openPage(here.browser, PHONE);
    for (const path of ['findings', 'search?view=projects', 'search?view=findings']) {
      await page.goto(`${here.site.url}${path}`);
      for (const cell of await page.locator('tbody .clamped').all()) {
        const { width = 0, height = 0 } = (await cell.boundingBox()) ?? {};
        expect([path, width > 240, height < 100]).toEqual([path, true, true]);
      }
      expect(await page.locator('tbody .clamped').count()).toBeGreaterThan(0);
      const cut = `[...document.querySelectorAll('.wide:has(.stacked)')].filter((e) => e.scrollWidth > e.clientWidth).length`;
      expect([path, await page.evaluate(cut)]).toEqual([path, 0]);
    }
  });

  it('is accessible and fits a phone', async () => {
    const { page } = await openPage(here.browser, PHONE);
    const [finding] = await here.site.store.listReviews({ reported: true });
    const paths = [
      'findings',
      'findings?group=rule',
      'findings?group=department',
      `findings/${finding?.id}`,
      `findings/${finding?.id}/alike`,
      'rules',
    ];
    for (const path of paths) {
      await page.goto(`${here.site.url}${path}`);
      expect([path, await seriousViolations(page)]).toEqual([path, []]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, width]).toEqual([path, PHONE.width]);
    }
  });
});
