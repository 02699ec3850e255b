import { describe, expect, it } from 'vitest';
import { rowSchema } from '../../src/model/row-schema.js';
import { VIEWS } from '../../src/model/views.js';
import { siteApp } from '../support/site-app.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const FILES = { 'a.txt': smallDisclosure({ total: '13' }), 'b.txt': smallDisclosure({ year: 2024 }) };

interface Page {
  rows: Record<string, unknown>[];
  next: string | null;
}

describe('the data as JSON', () => {
  it('gives every view, its rows as their schema says', async () => {
    const { app } = await siteApp(FILES);
    for (const view of VIEWS) {
      const response = await app.request(`/api/v1/${view.name}?limit=10000`);
      expect([view.name, response.status]).toEqual([view.name, 200]);
      const { rows } = (await response.json()) as Page;
      for (const row of rows) rowSchema(view).parse(row);
    }
    const { rows } = (await (await app.request('/api/v1/projects?year=2024')).json()) as Page;
    expect(rows.map(({ project }) => project)).toEqual(['接访大厅改造', '下访巡访']);
  });

  it('is read page by page', async () => {
    const { app } = await siteApp(FILES);
    const seen: unknown[] = [];
    let next: string | null = '/api/v1/projects?limit=3&columns=id,project&sort=-amount_wan';
    while (next !== null) {
      const page = (await (await app.request(next)).json()) as Page;
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(4);
  });

  it('refuses what it does not know, and says what is wrong', async () => {
    const { app } = await siteApp(FILES);
    for (const path of [
      'projects?colour=red',
      'projects?limit=x',
      'projects?sort=colour',
      'documents?rule=x',
    ]) {
      const response = await app.request(`/api/v1/${path}`);
      expect([path, response.status]).toEqual([path, 400]);
      expect((await response.json()) as object).toHaveProperty('error');
    }
    const wrong = await app.request('/api/v1/projects?year=abc&colour=red');
    expect(await wrong.json()).toEqual({ error: expect.stringMatching(/^参数不对。year：无效输入.*colour/) });
    for (const path of ['documents/1', 'nope']) {
      const missing = await app.request(`/api/v1/${path}`);
      expect([missing.status, Object.keys((await missing.json()) as object)]).toEqual([404, ['error']]);
    }
    expect((await app.request('/api/v1/values/i1')).status).toBe(404);
  });

  it('leads from a row to the cell it was read from', async () => {
    const { app } = await siteApp(FILES);
    const { rows } = (await (await app.request('/api/v1/projects?limit=1')).json()) as Page;
    const found = await app.request(`/api/v1/values/p${rows[0]?.id}`);
    expect(await found.json()).toMatchObject({
      kind: 'project',
      value: { name: '接访大厅改造', evidence: { name: { quote: '接访大厅改造', place: 't1 r6 c2' } } },
    });
    const reading = await app.request(`/api/v1/documents/${rows[0]?.document_id}`);
    expect(await reading.json()).toMatchObject({
      document: { format: 'text' },
      disclosures: [{ year: 2023 }],
    });
  });

  it('compares places and lists what reviewers answered', async () => {
    const { app, store } = await siteApp(FILES);
    const compared = await app.request(`/api/v1/compare?topic=${encodeURIComponent('接访')}`);
    expect(await compared.json()).toMatchObject({ title: '接访', cut: null, shown: { kind: 'amounts' } });
    expect((await app.request('/api/v1/compare')).status).toBe(400);
    const [finding] = await store.listReviews();
    await store.saveReviews([
      { fingerprint: finding?.fingerprint ?? '', state: 'explained', comment: '四舍五入', who: '甲' },
    ]);
    const reviewed = await app.request('/api/v1/reviews?state=explained');
    expect(await reviewed.json()).toMatchObject({ reviews: [{ id: finding?.id, comment: '四舍五入' }] });
  });

  it('finds words and counts rows', async () => {
    const { app } = await siteApp(FILES);
    const search = await app.request(`/api/v1/search?text=${encodeURIComponent('下访')}`);
    expect(((await search.json()) as { hits: unknown[] }).hits).not.toHaveLength(0);
    const facets = await app.request('/api/v1/facets/projects?columns=year');
    expect(await facets.json()).toEqual({
      facets: [
        { column: 'year', value: 2023, count: 2 },
        { column: 'year', value: 2024, count: 2 },
      ],
    });
  });

  it('describes itself as OpenAPI 3.1: every path, parameter and field with its meaning', async () => {
    const { app } = await siteApp({});
    const description = (await (await app.request('/api/v1/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, { get: { summary: string; parameters?: { name: string; schema: object }[] } }>;
      components: { schemas: Record<string, { properties: Record<string, { description?: string }> }> };
    };
    expect(description.openapi).toBe('3.1.0');
    for (const { name } of VIEWS) expect(description.paths).toHaveProperty([`/api/v1/${name}`]);
    for (const { get } of Object.values(description.paths)) expect(get.summary).not.toBe('');
    for (const [name, { properties }] of Object.entries(description.components.schemas)) {
      for (const [field, { description: meaning }] of Object.entries(properties)) {
        expect([name, field, meaning]).toEqual([name, field, expect.stringMatching(/./)]);
      }
    }
  });
});
