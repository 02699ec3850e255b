import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('search, departments and projects', () => {
  const here = siteInBrowser(['samples']);

  const at = (path: string): string => new URL(path, here.site.url).href;

  it('goes from a word to the ranked hits, and on to a list with facets', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(here.site.url);
    await page.getByRole('searchbox', { name: '检索', exact: true }).fill('宣传');
    await page.getByRole('searchbox', { name: '检索', exact: true }).press('Enter');
    expect(await page.locator('.hits li').count()).toBeGreaterThan(5);
    expect(await page.locator('.hits mark').first().textContent()).toBe('宣传');
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('.tabs').getByRole('link', { name: /^指标/ }).click();
    const facet = page.locator('.facet', { hasText: '二级指标' }).locator('li').first();
    const count = await facet.locator('.count').textContent();
    await facet.locator('a').click();
    await expect.poll(() => page.locator('.pager').first().textContent()).toContain(`共 ${count} 条`);
    expect(await page.locator('.chips li').count()).toBe(3);
    await page.getByRole('link', { name: /^去掉条件 文字/ }).click();
    expect(await page.locator('.chips li').count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(here.site.errors).toEqual([]);
  });

  it('sorts by the keyboard alone', async () => {
    const { page } = await openPage(here.browser);
    await page.goto(at('/search?view=projects'));
    await page.getByRole('link', { name: '金额（万元）' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=-amount_wan/);
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    const amounts = await page.locator('tbody td.number').allTextContents();
    const figures = amounts.flatMap((text) => (text === '' ? [] : Number(text.replaceAll(',', ''))));
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
  });

  it('hands over the file the command line writes', async () => {
    const { page } = await openPage(here.browser);
    await page.goto(at('/search?view=indicators&level1=产出指标&sort=name'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('mingzhang-indicators.csv');
    const output = join(dirname(here.site.db), 'cli.csv');
    const query = ['query', 'indicators', '--level1', '产出指标', '--sort', 'name', '--format', 'csv'];
    runCommand(dirname(here.site.db), [...query, '--db', here.site.db, '--output', output]);
    expect(readFileSync(await download.path()).equals(readFileSync(output))).toBe(true);
  });

  it('opens a project with its calculations, and its department', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(at('/search?view=projects&region=浏阳市'));
    await page.getByRole('link', { name: '禁毒宣传教育经费' }).click();
    expect(await page.locator('h1').textContent()).toBe('禁毒宣传教育经费');
    expect(await page.locator('.result.differs').count()).toBe(1);
    expect(await page.locator('.working').first().textContent()).toContain('=');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('link', { name: '浏阳市委政法委员会' }).click();
    expect(await page.locator('h1').textContent()).toContain('浏阳市委政法委员会 2024 年部门预算');
    expect(await page.locator('figure.bars a.bar').count()).toBeGreaterThan(1);
    expect(await page.locator('.beside table').isVisible()).toBe(true);
    expect(await page.locator('.findings li').count()).toBeGreaterThan(0);
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(here.site.errors).toEqual([]);
  });

  it('fits a phone', async () => {
    const { page } = await openPage(here.browser, PHONE);
    const [project] = (await here.site.store.query('projects', { region: '浏阳市' }, { limit: 1 })).rows;
    for (const path of [
      '/',
      '/search?view=indicators',
      '/search?text=宣传',
      '/search?view=findings',
      `/projects/${project?.id}`,
      `/department?region=${project?.region_code}&key=${project?.department_key}`,
    ]) {
      await page.goto(at(path));
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, width]).toEqual([path, PHONE.width]);
    }
  });
});
