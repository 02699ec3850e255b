import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

const folder = newFolder();
writeFileSync(join(folder, '2023.txt'), smallDisclosure({ department: '株洲市石峰区数据资源管理局' }));
writeFileSync(
  join(folder, '2024.txt'),
  smallDisclosure({ year: 2024, department: '株洲市石峰区数据资源管里局' }),
);

describe.skipIf(CHROMIUM === undefined)('names and repairs', () => {
  const here = siteInBrowser([folder]);
  let before: string;
  beforeAll(async () => {
    before = await here.site.store.dump();
  });
  afterAll(() => removeFolder(folder));

  it('merges two names by keyboard and takes it back', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(`${here.site.url}names`);
    expect(await page.locator('.candidate').count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('.candidate button').first().focus();
    await page.keyboard.press('1');
    await page.locator('[role=status]').waitFor();
    expect(await page.locator('[role=status]').textContent()).toContain('已合并');
    expect(await page.locator('.candidate').count()).toBe(0);
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('[role=status] button').click();
    await page.locator('.candidate').waitFor();
    expect(await here.site.store.dump()).toBe(before);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('repairs chosen documents after a preview and takes it back', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(`${here.site.url}documents`);
    const boxes = page.locator('form.repair td input[type=checkbox]');
    await boxes.first().click();
    await boxes.last().click({ modifiers: ['Shift'] });
    expect(await page.locator('[data-chosen]').textContent()).toBe('2 份');
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('form.repair input[name=year]').fill('2025');
    await page.getByRole('button', { name: '看会改成什么' }).click();
    await page.getByRole('button', { name: '改定这 2 份' }).click();
    expect(await page.locator('[role=status]').textContent()).toContain('已改定 2 份文档：年度 2025');
    await page.locator('[role=status] button').click();
    expect(await page.locator('[role=status]').textContent()).toContain('已撤回');
    expect(await here.site.store.dump()).toBe(before);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('fits a phone', async () => {
    const { page } = await openPage(here.browser, PHONE);
    for (const path of ['names', 'documents']) {
      await page.goto(here.site.url + path);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    }
    await page.close();
  });
});
