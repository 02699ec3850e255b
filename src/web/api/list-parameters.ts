import { z } from '@hono/zod-openapi';
import type { View } from '../../model/views.js';

/** Rows in an answer unless the request says otherwise, and at most. */
const ROWS = { usual: 100, most: 10_000 };

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** Where and when, for everything that has a subject. */
export const SUBJECT_PARAMETERS = {
  region: z.string().optional().describe('行政区划代码或名称，含其下各级'),
  year: wholeNumber(1900, 2099).optional().describe('预算年度'),
  department: z.string().optional().describe('部门名称的一部分，或部门统一名称'),
};

const ROW_PARAMETERS = {
  project: z.string().optional().describe('项目名称的一部分'),
  level1: z.string().optional().describe('一级指标'),
  level2: z.string().optional().describe('二级指标'),
  kind: z.string().optional().describe('指标值类型，或文字的类别'),
  rule: z.string().optional().describe('规则代码'),
  severity: z.string().optional().describe('程度：error、warning、note'),
};

export const PAGE_PARAMETERS = {
  limit: wholeNumber(1, ROWS.most).default(ROWS.usual).describe(`最多几行，不超过 ${ROWS.most}`),
  offset: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0).describe('跳过几行'),
};

/** What a list of this view can be asked: filters of the columns it has, order and page. Anything else is refused. */
export function listParameters(view: View): z.ZodObject {
  const has = (name: string): boolean => view.columns.some((column) => column.name === name);
  const filters = Object.entries({ ...SUBJECT_PARAMETERS, ...ROW_PARAMETERS }).filter(([name]) => has(name));
  const isSearched = view.columns.some(({ searched }) => searched);
  return z.strictObject({
    ...Object.fromEntries(filters),
    ...(isSearched && { text: z.string().optional().describe('文字列中的字') }),
    sort: z.string().optional().describe('列名，以逗号分隔，前加 - 为倒序：-amount_wan,region'),
    columns: z.string().optional().describe('只要哪些列，以逗号分隔'),
    ...PAGE_PARAMETERS,
  });
}
