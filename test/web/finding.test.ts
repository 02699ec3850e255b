import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { backAddress } from '../../src/web/reviews/save-answer.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
const RULE = 'summary-total-differs-from-rows';

const post = async (app: Hono, path: string, fields: Record<string, string>): Promise<Response> =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields) });

const get = async (app: Hono, path: string): Promise<string> => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};

async function siteWithFinding(options = {}) {
  const site = await siteApp({ 'a.txt': smallDisclosure({ total: '13' }) }, options);
  const [finding] = await site.store.listReviews({ rule: RULE });
  if (!finding) throw new Error('no finding');
  return { ...site, finding, path: `/findings/${finding.id}` };
}

const answer = (given: Record<string, string> = {}) => ({
  state: 'confirmed',
  comment: '',
  who: '甲',
  basedOn: '',
  back: '',
  ...given,
});

describe('a finding', () => {
  it('says what was printed, what was computed, and where', async () => {
    const { app, store, path, finding } = await siteWithFinding();
    const page = await get(app, path);
    const located = await store.locate(`f${finding.id}`);
    if (located.kind !== 'finding') throw new Error('no finding');
    const { formula, evidence } = located.finding;
    expect(page.replaceAll(/<\/?span[^>]*>/g, '')).toContain(`<p class="formula">${formula}</p>`);
    for (const [index, operand] of evidence.entries()) {
      expect(page).toContain(`<sup>${index + 1}</sup><mark>${operand.evidence.quote}</mark>`);
      const { block, cell, place } = operand.evidence;
      expect(page).toContain(`/documents/${finding.document_id}?cell=${block}.${cell}#here">${place}</a>`);
    }
    expect(page).toContain(`<a href="/rules#${RULE}">`);
    expect(page).toContain('第 1 次核查');
    expect(page).toContain('/department?region=430204&amp;key=');
  });

  it('leads to its neighbours in the list it was opened from', async () => {
    const { app, store } = await siteApp({
      'a.txt': smallDisclosure({ total: '13' }),
      'b.txt': smallDisclosure({ total: '17', year: 2024 }),
    });
    const [first, last] = (await store.listReviews({ rule: RULE })).map(({ id }) => id);
    const page = await get(app, `/findings/${first}?rule=${RULE}`);
    expect(page).toContain(`rel="next" href="/findings/${last}?rule=${RULE}"`);
    expect(page).not.toContain('rel="prev"');
    expect(await get(app, `/findings/${last}?rule=${RULE}`)).not.toContain('rel="next"');
  });

  it('that does not exist is not found', async () => {
    const { app } = await siteWithFinding();
    expect((await app.request('/findings/99999')).status).toBe(404);
    expect((await post(app, '/findings/99999/review', answer())).status).toBe(404);
    expect((await app.request('/findings/abc')).status).toBe(404);
  });

  it('is only read on a site for reading', async () => {
    const { app, store, path } = await siteWithFinding({ readOnly: true });
    expect(await get(app, path)).not.toContain('<form class="review"');
    expect(await get(app, '/findings')).not.toContain('method="post"');
    expect((await post(app, `${path}/review`, answer())).status).toBe(403);
    expect((await store.reviews()).size).toBe(0);
  });

  it('of a hostile document is text', async () => {
    const hostile = smallDisclosure({ total: '13', rows: [HOSTILE, `${HOSTILE}乙`] });
    const { app, store } = await siteApp({ 'a.txt': hostile });
    const ids = (await store.listReviews()).map(({ id }) => id);
    const pages = ['/findings', '/findings?group=department', ...ids.map((id) => `/findings/${id}`)];
    for (const path of pages) {
      const page = await get(app, path);
      expect(page).not.toContain('<img src=x');
      expect(page).not.toContain('<script>alert');
    }
    expect(await get(app, `/findings/${ids[0]}`)).toContain('&lt;img src=x');
  });
});

describe('an answer', () => {
  it('is stored with who gave it, and leads back to the list it was given in', async () => {
    const { app, store, path, finding } = await siteWithFinding();
    const back = `/findings?rule=${RULE}&page=2#f7`;
    const response = await post(app, `${path}/review`, answer({ comment: ' 跨年项目 ', back }));
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/findings?rule=${RULE}&done=1#f${finding.id}`,
    ]);
    expect((await store.reviews()).get(finding.fingerprint)).toMatchObject({
      state: 'confirmed',
      comment: '跨年项目',
      who: '甲',
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const later = await app.request(path, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(await later.text()).toMatch(/name="who" value="甲"/);
  });

  it('does not silently replace the answer of another reviewer', async () => {
    const { app, store, path, finding } = await siteWithFinding();
    await post(app, `${path}/review`, answer({ comment: '对不上', who: '乙' }));
    const late = await post(app, `${path}/review`, answer({ state: 'dismissed', comment: '读错' }));
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('乙 的结论（已保存）');
    expect(page).toContain('对不上');
    expect(page).toContain('读错');
    expect((await store.reviews()).get(finding.fingerprint)?.who).toBe('乙');
    const basedOn = /name="basedOn" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const decided = await post(
      app,
      `${path}/review`,
      answer({ state: 'dismissed', comment: '读错', basedOn }),
    );
    expect(decided.status).toBe(303);
    expect((await store.reviews()).get(finding.fingerprint)).toMatchObject({ state: 'dismissed', who: '甲' });
  });

  it.each([
    [{ state: 'maybe' }, '请选择结论'],
    [{ who: ' ' }, '请填写复核人'],
    [{ comment: '长'.repeat(5000) }, '意见太长'],
  ])('is refused with %o', async (given, message) => {
    const { app, store, path } = await siteWithFinding();
    const response = await post(app, `${path}/review`, answer(given as Record<string, string>));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
    expect((await store.reviews()).size).toBe(0);
  });

  it('from another site is refused', async () => {
    const { app, path } = await siteWithFinding();
    const response = await app.request(`${path}/review`, {
      method: 'POST',
      body: new URLSearchParams(answer()),
      headers: { origin: 'http://evil.example' },
    });
    expect(response.status).toBe(403);
  });
});

describe('where an answer leads back to', () => {
  it.each([
    ['/findings?review=open#f3', '/findings?review=open#f3'],
    ['/findings/12?rule=x', '/findings/12?rule=x'],
    ['//evil.example/findings', '/findings/7'],
    ['https://evil.example/findings', '/findings/7'],
    ['/\\evil.example/findings', '/findings/7'],
    ['/import', '/findings/7'],
    ['', '/findings/7'],
  ])('%s → %s', (back, expected) => expect(backAddress(back, 7)).toBe(expected));
});
