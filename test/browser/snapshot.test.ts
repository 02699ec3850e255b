import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeSnapshot } from '../../src/web/snapshot/write-snapshot.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { CHROMIUM, openPage, siteInBrowser } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('a snapshot without a server', () => {
  const here = siteInBrowser(['samples/jiangsu-rugao-pack.html']);

  it('is walked through from its first page', async () => {
    const folder = join(scratchFolder(), '公开');
    await writeSnapshot(
      here.site.store,
      folder,
      { scope: {}, withReviews: false, title: '库中全部', created: new Date(), version: '0' },
      { progress: { documents: () => {}, pages: () => {} } },
    );
    const { page, complaints } = await openPage(here.browser);
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.click('nav >> text=疑点清单');
    await page.click('table a[href="findings/1.html"]');
    expect(await page.locator('#printed').textContent()).toBe('原文');
    expect(await page.locator('.evidence mark, td mark, mark').count()).toBeGreaterThan(0);
    await page.click('dl.facts a:text("如皋市科学技术局")');
    expect(await page.locator('h1').textContent()).toContain('如皋市科学技术局');
    await page.click('text=核查规则');
    expect(page.url()).toContain('/rules.html');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
