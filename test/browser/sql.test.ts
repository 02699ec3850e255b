import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('the SQL page', () => {
  const here = siteInBrowser(['samples']);

  const at = (path: string): string => new URL(path, here.site.url).href;

  it('takes a statement, runs it, keeps it under an address, and hands over its rows', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(at('/sql'));
    expect(await seriousViolations(page)).toEqual([]);
    const statement = page.getByRole('textbox', { name: '一条 SELECT' });
    await statement.fill('select region, count(*) as n from');
    await page.locator('.schema summary', { hasText: '项目' }).first().click();
    await page.getByTitle('把 projects 写进语句').first().click();
    expect(await statement.inputValue()).toBe('select region, count(*) as n from projects');
    await statement.press('End');
    await statement.pressSequentially(' where year = :year group by region');
    await statement.press('Control+Enter');
    await page.getByRole('textbox', { name: ':year', exact: true }).fill('2024');
    await page.getByRole('button', { name: '运行' }).click();
    await page.getByRole('heading', { name: '结果' }).waitFor();
    expect(new URL(page.url()).searchParams.get('year')).toBe('2024');
    const shown = await page.locator('table.answer tbody tr').count();
    expect(shown).toBeGreaterThan(1);
    expect(await seriousViolations(page)).toEqual([]);

    await page.getByText('保存这条查询').click();
    await page.getByRole('textbox', { name: '名称' }).fill('各地项目数');
    await page.getByRole('textbox', { name: '说明' }).fill('某一年各地有几个项目');
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(/\/sql\/[^/]+\?year=2024$/);
    expect(await page.locator('h1').textContent()).toBe('各地项目数');
    expect(await page.locator('table.answer tbody tr').count()).toBe(shown);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('各地项目数.csv');
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(shown + 1);
    expect(complaints).toEqual([]);
    expect(here.site.errors).toEqual([]);
  });

  it('chooses columns of a list, and finds them again', async () => {
    const { page } = await openPage(here.browser);
    await page.goto(at('/search?view=projects'));
    await page.getByText('选列').click();
    await page.getByRole('checkbox', { name: '阶段' }).check();
    await page.getByRole('checkbox', { name: '年度绩效目标' }).uncheck();
    await page.getByRole('button', { name: '显示这些列' }).click();
    await page.goto(at('/search?view=projects'));
    const heads = await page.locator('thead th').allTextContents();
    expect(heads.join(' ')).toContain('阶段');
    expect(heads.join(' ')).not.toContain('年度绩效目标');
    await page.getByText('选列').click();
    expect(await seriousViolations(page)).toEqual([]);
  });

  it('fits a phone', async () => {
    const { page } = await openPage(here.browser, PHONE);
    for (const path of [
      '/sql',
      '/sql?sql=select+*+from+projects',
      '/tabulate',
      '/tabulate?region=湖南省',
      '/search?text=项目&view=all',
    ]) {
      await page.goto(at(path));
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, width]).toEqual([path, PHONE.width]);
      expect([path, await seriousViolations(page)]).toEqual([path, []]);
    }
  });
});
