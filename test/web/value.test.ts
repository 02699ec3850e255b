import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { siteApp } from '../support/site-app.js';

const SAMPLE = 'samples/shanxi-pingding.docx';
const sample = () => siteApp({ [SAMPLE]: readFileSync(SAMPLE) });

describe('a value', () => {
  it('stands beside the table it was read from, every field numbered where it was printed', async () => {
    const { app, store } = await sample();
    const [row] = (await store.query('indicators', {}, { limit: 1 })).rows;
    const page = await (await app.request(`/values/i${row?.id}`)).text();
    expect(page).toContain(`<title>指标 ${row?.name} · 明账</title>`);
    expect(page).toMatch(new RegExp(`<td class="operand"[^>]*><sup>\\d</sup><mark>${row?.target}</mark>`));
    expect(page).toContain(`>${row?.place}</a>`);
  });

  it('of each kind is found by its id; a document goes to its own page', async () => {
    const { app, store } = await sample();
    for (const [letter, view] of Object.entries({ p: 'projects', i: 'indicators', b: 'budgets' })) {
      const [row] = (await store.query(view, {}, { limit: 1 })).rows;
      expect((await app.request(`/values/${letter}${row?.id}`)).status).toBe(200);
    }
    const [document] = (await store.query('documents')).rows;
    const moved = await app.request(`/values/d${document?.id}`);
    expect([moved.status, moved.headers.get('location')]).toEqual([302, `/documents/${document?.id}`]);
  });

  it('that does not exist is a wrong question', async () => {
    const { app } = await sample();
    for (const key of ['i1', 'x1', 'i', '%3Cscript%3E']) {
      expect((await app.request(`/values/${key}`)).status).toBe(400);
    }
  });
});
