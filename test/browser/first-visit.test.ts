import { describe, expect, it } from 'vitest';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('a first visit', () => {
  const here = siteInBrowser(['samples']);

  it('shows what is in the store', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(here.site.url);
    expect(await page.locator('h1').textContent()).toBe('各地部门预算绩效目标');
    expect(await page.locator('figure.chart canvas').count()).toBe(1);
    expect(await seriousViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(here.site.errors).toEqual([]);
  });

  it('fits a phone', async () => {
    const { page } = await openPage(here.browser, PHONE);
    await page.goto(here.site.url);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  });
});
