import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { FILTERS } from '../../model/filters.js';
import type { Site } from '../site.js';
import { answer } from './answer.js';
import { PAGE_PARAMETERS, SUBJECT_PARAMETERS } from './list-parameters.js';

const Hit = z
  .strictObject({
    view: z.string().describe('所在的视图'),
    id: z.int().nullable().describe('行的编号；文字没有编号'),
    document_id: z.int().describe('文档编号'),
    region: z.string().nullable().describe('地区'),
    year: z.int().nullable().describe('年度'),
    department: z.string().nullable().describe('部门'),
    project: z.string().nullable().describe('项目'),
    column: z.string().describe('摘录所在的列'),
    snippet: z.string().describe('摘录，找到的字在【】中'),
    place: z.string().nullable().describe('原文中的位置'),
  })
  .openapi('Hit');

const route = createRoute({
  method: 'get',
  path: '/search',
  summary: '全文检索',
  description: '名称、目标、描述、测算、文字，最相关的在前；可用 AND、OR、NOT、括号和引号。',
  request: {
    query: z.strictObject({
      text: z.string().min(1).describe('要找的字'),
      ...SUBJECT_PARAMETERS,
      level1: z.string().optional().describe(FILTERS.level1.meaning),
      ...PAGE_PARAMETERS,
    }),
  },
  responses: answer(z.strictObject({ hits: z.array(Hit).describe('找到的行') })),
});

/** /search: full text search. */
export const searchRoute = (api: OpenAPIHono, { store }: Site): void => {
  api.openapi(route, async (context) => {
    const { text, ...options } = context.req.valid('query');
    return context.json({ hits: await store.search(text, options) }, 200);
  });
};
