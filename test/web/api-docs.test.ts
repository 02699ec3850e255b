import { expect, it } from 'vitest';
import { siteApp } from '../support/site-app.js';

it('documents every path of the API with its parameters and fields', async () => {
  const { app } = await siteApp({});
  const page = await (await app.request('/api')).text();
  const { paths } = (await (await app.request('/api/v1/openapi.json')).json()) as { paths: object };
  for (const path of Object.keys(paths)) expect(page).toContain(`GET ${path}`);
  expect(page).toContain('<code>rows[].project</code>');
  expect(page).toContain('预算年度');
});
