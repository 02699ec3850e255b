import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChineseFont } from '../../src/pipeline/drawing/find-chinese-font.js';
import { projectFormPdf } from '../support/project-form-pdf.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { type ServedSite, serveSite } from '../support/serve-site.js';
import { CHROMIUM, openBrowser, openPage, PHONE, seriousViolations } from './open-browser.js';

const HOSTILE = '"><img src=x onerror=document.title="taken"><script>document.title="taken"</script>';

describe.skipIf(CHROMIUM === undefined || findChineseFont() === null)('evidence', () => {
  const folder = newFolder();
  let browser: Browser;
  let site: ServedSite;

  beforeAll(async () => {
    const escaped = HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    writeFileSync(join(folder, 'form.pdf'), projectFormPdf());
    writeFileSync(join(folder, 'sideways.pdf'), projectFormPdf(1));
    writeFileSync(
      join(folder, 'hostile.html'),
      `<h1>项目支出绩效目标表</h1><table><tr><td>项目名称</td><td>${escaped}</td></tr><tr><td>年度绩效目标</td><td>${escaped}</td></tr></table>`,
    );
    [browser, site] = await Promise.all([openBrowser(), serveSite(['samples/shanxi-pingding.docx', folder])]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    removeFolder(folder);
  });

  const idOf = async (view: string, filter: object): Promise<number> =>
    Number((await site.store.query(view, filter)).rows[0]?.id);

  /** Where an element lies on the picture of the page: left, top and width as shares of the picture's size. */
  async function onPicture(page: Page, selector: string): Promise<number[]> {
    const outer = await page.locator('.sheet img').boundingBox();
    const inner = await page.locator(selector).boundingBox();
    if (!outer || !inner) return [];
    return [(inner.x - outer.x) / outer.width, (inner.y - outer.y) / outer.height, inner.width / outer.width];
  }

  it('opens a value of a PDF at its cell on the printed page, and goes back from the cell', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${site.url}values/i${await idOf('indicators', { text: '化解矛盾纠纷' })}`);
    expect(await page.locator('.outlines .operand').count()).toBeGreaterThanOrEqual(2);
    expect(await page.evaluate('document.querySelector(".sheet img").naturalWidth')).toBe(952);
    await page.locator('.whole-source a').last().click();
    expect(await page.locator('.panel .here blockquote').textContent()).toBe('≥20件');
    const [left = 0, top = 0, width = 0] = await onPicture(page, '#here rect');
    expect(Math.abs(left - 410 / 595) + Math.abs(top - 180 / 842) + Math.abs(width - 130 / 595)).toBeLessThan(
      0.02,
    );
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('.panel .values a').first().click();
    expect(await page.locator('h1').textContent()).toBe('指标 化解矛盾纠纷');
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(site.errors).toEqual([]);
  });

  it('outlines cells of a page displayed sideways where they are', async () => {
    const { page } = await openPage(browser);
    const id = await idOf('documents', { text: 'sideways.pdf' });
    await page.goto(`${site.url}documents/${id}?place=${encodeURIComponent('p2 t1 r5 c4')}`);
    const [left = 0, top = 0] = await onPicture(page, '#here rect');
    expect(Math.abs(left - (842 - 200) / 842) + Math.abs(top - 410 / 595)).toBeLessThan(0.02);
  });

  it('is read by the keyboard: the cell pointed at says what it became, Enter opens it', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${site.url}documents/${await idOf('documents', { text: 'shanxi' })}`);
    await page.getByRole('link', { name: '960公里', exact: true }).focus();
    expect(await page.locator('.claim-hint').textContent()).toBe('读成 指标值');
    await page.keyboard.press('Enter');
    await page.waitForSelector('td#here');
    expect(await page.locator('.panel .here .claim-said').textContent()).toBe('读成 指标值');
    await page.getByRole('link', { name: '标出每格去向' }).click();
    expect(await page.locator('td.label').count()).toBe(40);
    expect(await page.locator('td.operand').textContent()).toBe('960公里');
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows hostile text as text', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${site.url}documents/${await idOf('documents', { text: 'hostile' })}?cell=1.1`);
    expect(await page.locator('.panel .here blockquote').textContent()).toBe(HOSTILE);
    await page.locator('.panel .values a').first().click();
    expect(await page.locator('h1').textContent()).toContain('<script>');
    expect(await page.title()).not.toBe('taken');
    expect(complaints).toEqual([]);
  });

  it('shows the first cell of a value on a phone without scrolling sideways', async () => {
    const { page, complaints } = await openPage(browser, PHONE);
    const { rows } = await site.store.sql('SELECT id FROM indicators WHERE document_id = ?', [
      await idOf('documents', { text: 'sideways.pdf' }),
    ]);
    await page.goto(`${site.url}values/i${rows[0]?.id}`);
    const cell = await page.locator('.outlines .operand rect').first().boundingBox();
    expect(cell && cell.x >= 0 && cell.x + cell.width <= PHONE.width).toBe(true);
    expect(await page.evaluate('document.querySelector(".sheet-frame").scrollLeft')).toBeGreaterThan(0);
    expect(await page.evaluate('scrollY')).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('enlarges a printed page within its frame, and keeps the cell in view', async () => {
    const { page } = await openPage(browser);
    const id = await idOf('documents', { text: 'form.pdf' });
    await page.goto(`${site.url}documents/${id}?place=${encodeURIComponent('p2 t1 r5 c4')}`);
    const { width: before = 0 } = (await page.locator('.sheet').boundingBox()) ?? {};
    await page.getByRole('link', { name: '放大' }).click();
    await page.waitForURL(/zoom=2/);
    const { width: after = 0 } = (await page.locator('.sheet').boundingBox()) ?? {};
    expect(after / before).toBeGreaterThan(1.8);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1366);
    const cell = await page.locator('#here rect').boundingBox();
    expect(cell && cell.x >= 0 && cell.x + cell.width <= 1366).toBe(true);
    await page.getByRole('link', { name: '缩小' }).click();
    expect(await page.locator('.sheet.enlarged').count()).toBe(0);
  });

  it('stands the number of a cell beside its text', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}values/i${await idOf('indicators', { text: '化解矛盾纠纷' })}`);
    const cell = await page.locator('.outlines .operand rect').first().boundingBox();
    const number = await page.locator('.outlines circle').first().boundingBox();
    expect(cell && number && number.x + number.width - cell.x).toBeLessThan(2);
    expect(cell && number && Math.abs(number.y + number.height / 2 - cell.y)).toBeLessThan(2);
  });

  it('fits a phone: the page scrolls to the cell, the panel lies below it', async () => {
    const { page } = await openPage(browser, PHONE);
    const id = await idOf('documents', { text: 'form.pdf' });
    await page.goto(`${site.url}documents/${id}?place=${encodeURIComponent('p2 t1 r5 c4')}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    const cell = await page.locator('#here rect').boundingBox();
    const panel = await page.locator('.panel .here').boundingBox();
    expect(cell && cell.x >= 0 && cell.x + cell.width <= PHONE.width).toBe(true);
    expect(cell && panel && cell.y > 0 && cell.y + cell.height < panel.y).toBe(true);
    expect(await seriousViolations(page)).toEqual([]);
  });
});
