import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { type ServedSite, serveSite } from '../support/serve-site.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { CHROMIUM, openBrowser, openPage, PHONE, seriousViolations } from './open-browser.js';

/** So many that there is time to stop. */
const MANY = 1500;

describe.skipIf(CHROMIUM === undefined)('import in a browser', () => {
  let browser: Browser;
  let site: ServedSite;
  let folder: string;

  beforeAll(async () => {
    folder = newFolder({
      '石峰区/甲.txt': smallDisclosure(),
      '坏<b>.docx': 'PK\u0003\u0004 broken',
      '无主.txt': smallDisclosure({ department: '信访局' }),
    });
    for (let n = 0; n < MANY; n++) {
      const text = smallDisclosure({ amounts: [`${n}`, '5'], year: 2022 });
      writeFileSync(join(folder, `${n}.txt`), text);
    }
    [browser, site] = await Promise.all([openBrowser(), serveSite([])]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    removeFolder(folder);
  });

  it('takes files, shows how they ended, and each failure with its reason', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${site.url}import`);
    expect(await seriousViolations(page)).toEqual([]);
    const files = ['石峰区/甲.txt', '坏<b>.docx'].map((name) => join(folder, name));
    await page.getByLabel('文件', { exact: true }).setInputFiles(files);
    await page.getByRole('button', { name: '上传并导入' }).click();
    await page.getByRole('heading', { name: '最近一次导入' }).waitFor();
    const outcomes = page.getByRole('region', { name: '按结果' });
    expect(await outcomes.textContent()).toContain('读取完整');
    const failures = page.getByRole('region', { name: '没有读成的文件' });
    expect(await failures.getByRole('link').textContent()).toContain('坏<b>.docx');
    expect(await page.locator('#import-log tbody tr').count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);
    expect((await site.store.query('documents')).rows.map(({ path }) => path)).toContain('上传/甲.txt');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows the progress of a folder, and stops when asked', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${site.url}import`);
    await page.getByLabel('路径，每行一个').fill(folder);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { name: '正在导入' }).waitFor();
    await page
      .locator('[data-figure=done]')
      .filter({ hasText: /^[1-9][\d,]* \/ [\d,]+$/ })
      .waitFor();
    await page.getByRole('button', { name: /停止/ }).click();
    await page.getByText('已停下，还有').waitFor();
    const { documents } = await site.store.summary();
    expect(documents).toBeGreaterThan(3);
    expect(documents).toBeLessThan(MANY);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('goes on where it stopped, and shows the state to who comes later', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}import`);
    await page.getByLabel('路径，每行一个').fill(folder);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    const later = await openPage(browser);
    await later.page.goto(`${site.url}import`);
    await later.page.getByText('没有变化').first().waitFor();
    await site.imports.idle();
    expect((await site.store.summary()).documents).toBe(MANY + 3);
    expect(site.errors).toEqual([]);
    await Promise.all([page.close(), later.page.close()]);
  });

  it('repairs a document in place, helped by suggestions', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${site.url}import`);
    const repair = page.locator('#unresolved li').filter({ hasText: '无主.txt' });
    await repair.getByLabel('地区').fill('石峰');
    const suggested = page.locator('#region-titles option');
    await suggested.waitFor({ state: 'attached' });
    expect(await suggested.getAttribute('value')).toBe('湖南省株洲市石峰区（430204）');
    await repair.getByLabel('地区').fill('湖南省株洲市石峰区（430204）');
    await repair.getByLabel('年度').fill('2023');
    await repair.getByRole('button', { name: '改定' }).click();
    await page.getByText('每份文档的地区、年度、部门都已确定').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says why an upload is refused, without losing the form', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}import`);
    const form = page.locator('form[data-upload]');
    await form.getByLabel('文件', { exact: true }).setInputFiles(join(folder, '0.txt'));
    await form.getByLabel('地区').fill('乌有乡');
    await form.getByRole('button', { name: '上传并导入' }).click();
    await form.getByRole('alert').waitFor();
    expect(await form.getByRole('alert').textContent()).toContain('没有地区 乌有乡');
    expect(await form.getByLabel('地区').inputValue()).toBe('乌有乡');
    await page.close();
  });

  it('works without scripts, and on a phone', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(`${site.url}import`);
    await page.getByLabel('文件', { exact: true }).setInputFiles(join(folder, '石峰区/甲.txt'));
    await page.getByRole('button', { name: '上传并导入' }).click();
    await site.imports.idle();
    await page.goto(`${site.url}import`);
    expect(await page.getByText('没有变化').count()).toBeGreaterThan(0);
    await context.close();
    const phone = await openPage(browser, PHONE);
    await phone.page.goto(`${site.url}import`);
    const width = await phone.page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(PHONE.width);
    expect(await seriousViolations(phone.page)).toEqual([]);
    await phone.page.close();
  });
});
