import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/audit/run/rules.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

describe('the rules', () => {
  it('are all told with their authority and what they answered last', async () => {
    const { app, store } = await siteApp({ 'a.txt': smallDisclosure({ total: '13' }) });
    const page = await (await app.request('/rules')).text();
    for (const { id, title } of RULES) {
      expect(page).toContain(`id="${id}"`);
      expect(page).toContain(title.replaceAll('&', '&amp;'));
    }
    const [found] = await store.listReviews();
    expect(page).toContain(`<a href="/findings?rule=${found?.rule}">`);
    expect(page).toContain('不适用、未能核查的原因');
  });

  it('keep what they answered when a later audit left them out', async () => {
    const { app, store } = await siteApp({ 'a.txt': smallDisclosure() });
    const answers = async () => (await (await app.request('/rules')).text()).match(/：相符 \d+/g)?.length;
    const before = await answers();
    await store.saveRun({
      scope: { rules: [] },
      documents: 0,
      ruleset: '',
      rules: [],
      findings: [],
    });
    expect(before).toBe(RULES.length);
    expect(await answers()).toBe(before);
  });
});
