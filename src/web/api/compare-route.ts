import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { compareNearest } from '../../app/compare-nearest.js';
import { statementsCompared } from '../../app/compare-statements.js';
import { comparisonAsked, MOST_STATEMENTS, readCompareQuery } from '../compare-query.js';
import type { Site } from '../site.js';
import { answer } from './answer.js';
import { SUBJECT_PARAMETERS } from './list-parameters.js';

const route = createRoute({
  method: 'get',
  path: '/compare',
  summary: '同一件事在各地',
  description:
    'topic、indicator、project、statement 给一个；与比较页相同，只比较最相近的若干个，取不全时 cut 说明。',
  request: {
    query: z.strictObject({
      topic: z.string().optional().describe('要比较的事，如 见义勇为'),
      indicator: z.string().optional().describe('要比较的指标，如 群众满意度'),
      project: z.string().optional().describe('与这个项目同类的项目，编号如 12'),
      statement: z.string().optional().describe('要并列的预算表，如 三公、支出总表、three-public'),
      show: z
        .enum(['amounts', 'prices', 'targets'])
        .optional()
        .describe('比什么：amounts 金额、prices 单价、targets 指标值'),
      ...SUBJECT_PARAMETERS,
    }),
  },
  responses: answer(
    z.strictObject({
      title: z.string().describe('比较的是什么'),
      project: z.looseObject({}).nullable().describe('起头的项目'),
      cut: z
        .strictObject({
          most: z.int().describe('比较了几个'),
          what: z.string().describe('项目、指标或预算表'),
        })
        .nullable()
        .describe('库中更多，只比较了这么多'),
      shown: z
        .looseObject({})
        .describe('kind 为 amounts、prices、targets、statements；其余为归好组的各行，金额以分计'),
    }),
  ),
});

/** /compare: a topic, an indicator or a project over places. */
export const compareRoute = (api: OpenAPIHono, { store }: Site): void => {
  api.openapi(route, async (context) => {
    const query = readCompareQuery(context.req.url);
    if (query.statement !== null) {
      const { filter } = comparisonAsked(query);
      const compared = await statementsCompared(store, query.statement, filter, MOST_STATEMENTS);
      const cut = compared.isCut ? { most: MOST_STATEMENTS, what: '预算表' } : null;
      const shown = { ...compared, kind: 'statements', statementKind: compared.kind };
      return context.json({ title: compared.title, project: null, cut, shown }, 200);
    }
    if (!query.subject) {
      throw new HTTPException(400, { message: '请给出 topic、indicator、project、statement 之一' });
    }
    const { title, project, cut, shown } = await compareNearest(store, query.subject, comparisonAsked(query));
    return context.json({ title, project: project && { ...project }, cut, shown: { ...shown } }, 200);
  });
};
