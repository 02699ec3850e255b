import { describe, expect, it } from 'vitest';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('comparisons', () => {
  const here = siteInBrowser(['samples']);

  it('draw a topic; a point opens its source', async () => {
    const { page, complaints } = await openPage(here.browser);
    await page.goto(`${here.site.url}compare`);
    await page.getByLabel('事项').fill('禁毒');
    await page.getByRole('button', { name: '比较' }).click();
    await page.waitForURL('**/compare?topic=*');
    const canvas = page.locator('figure.chart canvas').first();
    const links = await page
      .locator('figure.chart')
      .first()
      .locator('td[data-value] a')
      .evaluateAll((found) => found.map((each) => each.getAttribute('href')));
    const box = await canvas.boundingBox();
    if (!box) throw new Error('no chart');
    const step = box.width / links.length;
    await page.mouse.click(box.x + step / 2 + 16, box.y + box.height * 0.6);
    await page.waitForURL((url) => links.includes(url.pathname));
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
});
