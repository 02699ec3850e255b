import { describe, expect, it } from 'vitest';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('a first visit', () => {
  const here = siteInBrowser(['samples']);

  it('shows what is in the store', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(here.site.url);
    expect(await page.locator('h1').textContent()).toBe('各地部门预算绩效目标');
    expect(await page.locator('.country a').count()).toBe(34);
    for (const by of ['departments', 'money', 'findings']) {
      await page.goto(`${here.site.url}?by=${by}`);
      expect([by, await seriousViolations(page)]).toEqual([by, []]);
    }
    expect(complaints).toEqual([]);
    expect(here.site.errors).toEqual([]);
  });

  it('leads from a province by its square to a county and a department', async () => {
    const { page } = await openPage(here.browser);
    await page.goto(here.site.url);
    await page.getByRole('link', { name: /^湖南\s*：/ }).click();
    await page.waitForURL('**/coverage?region=430000&year=*');
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('link', { name: /^醴陵市\s*：/ }).click();
    await page.waitForURL('**/coverage?region=430281&year=*');
    await page.getByRole('link', { name: '醴陵市公安局' }).click();
    await page.waitForURL('**/department?*');
    expect(await page.locator('h1').textContent()).toContain('公安局');
    expect(here.site.errors).toEqual([]);
  });

  it('fits a phone', async () => {
    const { page } = await openPage(here.browser, PHONE);
    await page.goto(here.site.url);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    const widest =
      "Math.max(...[...document.querySelectorAll('.country a > :not(.hidden)')].map((each) => each.scrollWidth - each.parentElement.clientWidth))";
    expect(await page.evaluate(widest)).toBeLessThanOrEqual(0);
  });
});
