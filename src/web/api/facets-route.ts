import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { VIEWS } from '../../model/views.js';
import type { Site } from '../site.js';
import { answer } from './answer.js';
import { SUBJECT_PARAMETERS } from './list-parameters.js';

const names = VIEWS.map(({ name }) => name) as [string, ...string[]];

const route = createRoute({
  method: 'get',
  path: '/facets/{view}',
  summary: '分项计数',
  description: '视图中各省、年度、二级指标、类型等各有多少行。',
  request: {
    params: z.strictObject({ view: z.enum(names).describe('视图') }),
    query: z.strictObject({
      columns: z.string().optional().describe('按哪些列计数，以逗号分隔'),
      ...SUBJECT_PARAMETERS,
    }),
  },
  responses: answer(
    z.strictObject({
      facets: z
        .array(
          z.strictObject({
            column: z.string().describe('列'),
            value: z.union([z.string(), z.number()]).nullable().describe('值，空为未填'),
            count: z.int().describe('行数'),
          }),
        )
        .describe('最多的在前'),
    }),
  ),
});

/** /facets/{view}: counts of rows by value. */
export const facetsRoute = (api: OpenAPIHono, { store }: Site): void => {
  api.openapi(route, async (context) => {
    const { columns, ...filter } = context.req.valid('query');
    const facets = await store.facets(context.req.valid('param').view, filter, columns?.split(','));
    return context.json(
      { facets: facets.map(({ column, value, count }) => ({ column, value, count })) },
      200,
    );
  });
};
