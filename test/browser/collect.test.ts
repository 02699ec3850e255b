import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countySite } from '../support/county-site.js';
import { localSite } from '../support/local-site.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { CHROMIUM, openPage, PHONE, seriousViolations, siteInBrowser } from './open-browser.js';

describe.skipIf(CHROMIUM === undefined)('the page 收集', () => {
  const here = siteInBrowser([]);

  it('collects from a site of this machine, host by host, and leads into the store', async () => {
    const county = await localSite(countySite());
    const { page, complaints } = await openPage(here.browser, PHONE);
    await page.goto(new URL('/collect', here.site.url).href);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    expect(await seriousViolations(page)).toEqual([]);
    await page.fill('[name="addresses"]', `${county.origin}/czj/gaj.html`);
    await page.fill('[name="folder"]', join(scratchFolder(), '青禾'));
    await page.fill('[name="contact"]', 'audit@qinghe.example');
    await page.getByText('走多远、走多快').click();
    await page.fill('[name="pause"]', '1');
    await page.check('[name="private"]');
    await page.getByRole('button', { name: '收集' }).click();
    await page.getByRole('heading', { name: '最近一次收集' }).waitFor();
    expect(await page.getByRole('table').first().textContent()).toContain(new URL(county.origin).host);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '把这个文件夹导入库中' }).click();
    await here.site.imports.idle();
    const { rows } = await here.site.store.query('documents', {}, { columns: ['url', 'title'] });
    expect(rows).toMatchObject([{ title: '青禾市公安局2024年部门预算公开' }]);
    expect(complaints).toEqual([]);
  });
});
