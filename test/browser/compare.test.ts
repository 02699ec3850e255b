import { describe, expect, it } from 'vitest';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('comparisons', () => {
  const here = siteInBrowser(['samples']);

  it('draw a topic with the table beside it; a bar opens its source', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(`${here.site.url}compare`);
    await page.getByLabel('事项').fill('禁毒');
    await page.getByRole('button', { name: '比较' }).click();
    await page.waitForURL('**/compare?topic=*');
    const bar = page.locator('figure.bars a.bar').first();
    const [drawn, table] = [
      await bar.boundingBox(),
      await page.locator('.beside table').first().boundingBox(),
    ];
    if (!drawn || !table) throw new Error('no chart beside a table');
    expect(table.x).toBeGreaterThan(drawn.x + drawn.width);
    expect(Math.abs(table.y - drawn.y)).toBeLessThan(100);
    const widths = await page
      .locator('figure.bars')
      .first()
      .locator('rect')
      .evaluateAll((found) => found.map((each) => each.getBoundingClientRect().width));
    expect(widths[0]).toBeCloseTo(((widths[2] ?? 0) * 45) / 12, 0);
    const link = await bar.getAttribute('href');
    await bar.locator('rect').click();
    await page.waitForURL((url) => url.pathname === link);
    expect(complaints).toEqual([]);
  });

  it('are accessible and fit a phone', async () => {
    const { page } = await openPage(here.browser, PHONE);
    const paths = [
      'compare?topic=禁毒',
      'compare?topic=禁毒&show=targets',
      'compare?indicator=群众满意度',
      'trend?region=石峰区&department=信访局',
      'coverage?region=湖南省',
      'coverage?region=430204',
    ];
    for (const path of paths) {
      await page.goto(`${here.site.url}${path}`);
      expect([path, await seriousViolations(page)]).toEqual([path, []]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([path, width]).toEqual([path, PHONE.width]);
    }
    expect(here.site.errors).toEqual([]);
  });

  it('have their fields out of the way on a phone until they are wanted, lists too', async () => {
    const { page } = await openPage(here.browser, PHONE);
    for (const path of ['compare?topic=禁毒', 'findings', 'search?view=indicators', 'documents']) {
      await page.goto(`${here.site.url}${path}`);
      const field = page.locator('form.folded [name="region"]');
      expect([path, await field.isVisible()]).toEqual([path, false]);
      await page.locator('#unfolded').check();
      expect([path, await field.isVisible()]).toEqual([path, true]);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`${here.site.url}findings`);
    expect(await page.locator('form.folded [name="region"]').isVisible()).toBe(true);
    expect(await page.locator('#unfolded').isVisible()).toBe(false);
  });
});
