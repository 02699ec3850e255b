import * as z from 'zod';
import { REVIEW_STATES } from '../model/review.js';
import { rowSchema } from '../model/row-schema.js';
import { findView } from '../model/views.js';

const operandSchema = z.strictObject({
  label: z.string().describe('项：算式中的一个数，或所依据的一处文字'),
  quote: z.string().describe('原文：单元格或段落的文字'),
  place: z.string().describe('位置，如 p31 t2 r5 c3、t2 r5 c3、Sheet1!C7'),
  sha256: z.string().describe('所在文档的内容指纹'),
  path: z.string().nullable().describe('所在文档的路径；文档不在本次核查范围内时为空'),
});

/** What a finding has beyond its row of the view `findings`. */
export const ADDED_FIELDS = {
  path: z.string().describe('文档的路径'),
  url: z.string().nullable().describe('文档的来源网址'),
  field: z.string().describe('对象之内的字段，如 budget.total'),
  difference_fen: z.int().nullable().describe('差额（分）：公开值减去对照值'),
  difference_share: z.string().nullable().describe('差额占总额的百分比'),
  tolerance_fen: z.int().nullable().describe('容许的差额（分）'),
  evidence: z.array(operandSchema).describe('所依据的每一个数和每一处文字'),
  review_state: z
    .literal([...REVIEW_STATES])
    .describe('复核：open 待核实、confirmed 属实、explained 已说明、dismissed 排除'),
  review_comment: z.string().nullable().describe('处理意见'),
  review_who: z.string().nullable().describe('复核人'),
  review_at: z.string().nullable().describe('复核时间（UTC）'),
};

/**
 * Schema of `audit --format json`: the findings (待核实线索) of one run, each the row of the view `findings` with its evidence
 * and the reviewer's answer.
 */
export function auditJsonSchema(): z.ZodArray {
  const view = findView('findings');
  if (!view) throw new Error('没有 findings 视图');
  return z.array(rowSchema(view).extend(ADDED_FIELDS)).describe('一次核查的疑点（待核实线索），先重后轻');
}
