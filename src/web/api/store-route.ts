import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Site } from '../site.js';

const Store = z
  .object({
    documents: z.int().describe('文档数'),
    disclosures: z.int().describe('公开数：一个部门一年一个阶段为一份'),
    forms: z.int().describe('识别出的表的个数'),
    projects: z.int().describe('项目数'),
    indicators: z.int().describe('指标数'),
    statements: z.int().describe('预算表数，含空表'),
    unresolved: z.int().describe('地区、年度或部门未定的文档数'),
  })
  .openapi('Store');

const route = createRoute({
  method: 'get',
  path: '/store',
  summary: '库中有什么',
  responses: { 200: { description: '计数', content: { 'application/json': { schema: Store } } } },
});

/** /store: what is in the store, in numbers. */
export const storeRoute = (api: OpenAPIHono, { store }: Site): void => {
  api.openapi(route, async (context) => {
    const { documents, disclosures, forms, projects, indicators, statements, unresolved } =
      await store.summary();
    return context.json({ documents, disclosures, forms, projects, indicators, statements, unresolved }, 200);
  });
};
