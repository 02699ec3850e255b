import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { SEVERITIES } from '../../model/facts/severities.js';
import { REVIEW_STATES, reviewState } from '../../model/review.js';
import type { Site } from '../site.js';
import { answer } from './answer.js';
import { PAGE_PARAMETERS, SUBJECT_PARAMETERS } from './list-parameters.js';

const text = (meaning: string) => z.string().nullable().describe(meaning);
const State = z.enum(REVIEW_STATES);

const Reviewed = z
  .object({
    id: z.int().describe('疑点编号'),
    fingerprint: z.string().describe('疑点指纹'),
    state: State.describe('处理：open 待核实、confirmed 属实、explained 已说明、dismissed 排除'),
    comment: text('处理意见'),
    who: text('复核人'),
    at: text('复核时间（UTC）'),
    reported: z.int().describe('1 仍在报告，0 后来的核查不再有'),
    severity: z.enum(SEVERITIES).describe('程度'),
    rule: z.string().describe('规则代码'),
    message: z.string().describe('公开了什么、算出来是什么；待核实'),
    region: text('地区'),
    year: z.int().nullable().describe('年度'),
    department: text('部门'),
    project: text('项目；空为整个部门'),
    difference_fen: z.int().nullable().describe('差额（分）'),
    formula: text('代入数字的算式'),
    path: text('文件'),
    place: text('原文中的位置'),
    document_id: z.int().nullable().describe('文档编号；文档已不在库中时为空'),
  })
  .openapi('Review');

const route = createRoute({
  method: 'get',
  path: '/reviews',
  summary: '疑点与复核',
  description: '仍在报告或已有答复的疑点（待核实线索），先重后轻，带复核的结论。',
  request: {
    query: z.strictObject({
      state: z
        .preprocess(
          (words) => (typeof words === 'string' ? (reviewState(words) ?? words) : words),
          State.optional(),
        )
        .describe('处理'),
      rule: z.string().optional().describe('规则代码'),
      severity: z.string().optional().describe('程度：error、warning、note'),
      text: z.string().optional().describe('说明中的字'),
      all: z.literal('1').optional().describe('连同复核为已说明、排除的'),
      ...SUBJECT_PARAMETERS,
      ...PAGE_PARAMETERS,
    }),
  },
  responses: answer(z.strictObject({ reviews: z.array(Reviewed).describe('各条') })),
});

/** /reviews: the findings with what reviewers answered. */
export const reviewsRoute = (api: OpenAPIHono, { store }: Site): void => {
  api.openapi(route, async (context) => {
    const { limit, offset, all, ...filter } = context.req.valid('query');
    const reviews = (await store.listReviews({ ...filter, all: all === '1' }, { limit, offset })).map((row) =>
      Reviewed.parse(row),
    );
    return context.json({ reviews }, 200);
  });
};
