import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSite, serveSite } from '../support/serve-site.js';
import { CHROMIUM, openBrowser, openPage, PHONE, seriousViolations } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('a first visit', () => {
  let browser: Browser;
  let site: ServedSite;

  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(), serveSite(['samples'])]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('shows what is in the store', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(site.url);
    expect(await page.locator('h1').textContent()).toBe('各地部门预算绩效目标');
    expect(await page.locator('figure.chart canvas').count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(site.errors).toEqual([]);
  });

  it('fits a phone', async () => {
    const { page } = await openPage(browser, PHONE);
    await page.goto(site.url);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  });
});
