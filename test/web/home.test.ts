import { expect, it } from 'vitest';
import { buildDocument } from '../support/document-builder.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

it('says what is in the store, each figure leading on', async () => {
  const { app, store } = await siteApp({
    'a.txt': smallDisclosure({ total: '13' }),
    'b.txt': smallDisclosure({ year: 2024, department: '株洲市石峰区司法局' }),
  });
  await store.save(
    buildDocument({
      disclosures: [
        { region: null, projects: [{ name: '甲', wan: '20000' }] },
        {
          year: null,
          statements: [
            { kind: 'income', columns: [], lines: [] },
            { kind: 'expenditure', columns: [], lines: [] },
          ],
        },
      ],
    }),
  );
  expect(await store.overview()).toEqual({
    documents: 3,
    unresolved: 1,
    regions: 2,
    departments: 4,
    byProvince: [
      { province: '湖南省', year: 2023, disclosures: 1 },
      { province: '湖南省', year: 2024, disclosures: 1 },
      { province: '青禾省', year: null, disclosures: 1 },
      { province: null, year: 2023, disclosures: 1 },
    ],
  });
  const page = await (await app.request('/')).text();
  expect(page).toContain('<a href="/search?view=projects"><b>5</b><span>项目</span></a>');
  expect(page).toContain('<a href="/search?view=statements"><b>2</b><span>预算表</span></a>');
  expect(page).toContain('各年度、各级、各阶段');
  expect(page).not.toMatch(/替代|亿元/);
  expect(page).toContain('/findings?severity=error');
  expect(page).toContain('/findings?rule=summary-total-differs-from-rows');
  expect(page).toContain(`/documents?region=${encodeURIComponent('湖南省')}&amp;year=2024`);
});

it('says what to do with an empty store, and without an audit', async () => {
  const { app } = await siteApp({});
  expect(await (await app.request('/')).text()).toContain('<a href="/import">导入</a>');
});
