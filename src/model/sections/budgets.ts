import type { Section } from './section.js';
import { text } from './section-field.js';
import { AMOUNT_FEN, AMOUNT_WAN, HORIZONS, PLACE } from './shared-columns.js';

export const BUDGETS = {
  view: 'budgets',
  title: '预算',
  meaning: '部门或项目的一个预算数一行',
  table: 'budget_rows',
  list: 'budgets',
  row: { letter: 'b', kind: 'budget' },
  project: 'shown',
  parquet: true,
  fields: [
    text(
      'axis',
      '口径',
      'total 资金总额、revenue 按收入性质、expenditure 按支出性质、funding 财政与其他资金',
      { values: ['total', 'revenue', 'expenditure', 'funding'], filled: true },
    ),
    text('category', '类别', '资金总额、一般公共预算拨款、基本支出、财政资金等，去掉“其中”与编号', {
      filled: true,
      searched: true,
      brief: true,
    }),
    text('horizon', '期间', 'annual 年度、period 实施期', { values: HORIZONS, filled: true, brief: true }),
    text('scope', '范围', 'own 本级、all-levels 含下级', {
      values: ['own', 'all-levels'],
      filled: true,
      brief: true,
    }),
    AMOUNT_FEN,
    { ...AMOUNT_WAN, brief: true },
    text('printed', '原文金额', '单元格中的金额文字', { filled: true }),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
