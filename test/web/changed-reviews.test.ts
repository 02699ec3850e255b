import { expect, it } from 'vitest';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

it('tells which answered findings are reported no longer, and keeps the answer', async () => {
  const { app, store } = await siteApp({ 'a.txt': smallDisclosure({ total: '13' }) });
  const page = async (): Promise<string> => (await app.request('/changed-reviews')).text();
  expect(await page()).toContain('所依据的都没有变');
  const [finding] = await store.listReviews({ rule: 'summary-total-differs-from-rows' });
  if (!finding) throw new Error('no finding');
  const { fingerprint } = finding;
  await store.saveReviews([{ fingerprint, state: 'confirmed', comment: null, who: '甲' }]);
  await store.saveRun({
    scope: {},
    documents: 1,
    rules: [],
    ruleset: '',
    findings: [],
  });
  expect(await page()).toContain('不再报告');
  expect(await page()).toContain(`<a href="/findings/${finding.id}">`);
  expect((await store.reviews()).get(fingerprint)?.state).toBe('confirmed');
});
