import { AXIS_TITLES, BUDGET_SCOPE_TITLES, HORIZON_TITLES } from '../disclosure.js';
import type { Section } from './section.js';
import { closed, text } from './section-field.js';
import { AMOUNT_FEN, AMOUNT_WAN, PLACE } from './shared-columns.js';

export const BUDGETS = {
  view: 'budgets',
  title: '预算',
  meaning: '部门或项目的一个预算数一行',
  table: 'budget_rows',
  list: 'budgets',
  row: { letter: 'b', kind: 'budget' },
  project: 'shown',
  fields: [
    closed('axis', '口径', AXIS_TITLES, { filled: true }),
    text('category', '类别', '资金总额、一般公共预算拨款、基本支出、财政资金等，去掉“其中”与编号', {
      filled: true,
      searched: true,
      brief: true,
    }),
    closed('horizon', '期间', HORIZON_TITLES, { filled: true, brief: true }),
    closed('scope', '范围', BUDGET_SCOPE_TITLES, { filled: true, brief: true }),
    AMOUNT_FEN,
    { ...AMOUNT_WAN, brief: true },
    text('printed', '原文金额', '单元格中的金额文字', { filled: true }),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
