import type { Section } from './section.js';
import { text } from './section-field.js';
import { AMOUNT_FEN, AMOUNT_WAN, PLACE } from './shared-columns.js';

export const WORK_PLAN = {
  view: 'work_plan',
  title: '年度重点工作',
  meaning: '年度重点工作计划的一项一行',
  table: 'work_plan_rows',
  list: 'workPlan',
  row: { letter: 'w', kind: 'work-plan' },
  searchKind: 4,
  fields: [
    text('item', '工作事项', '年度重点工作', { filled: true, searched: true, indexed: 'name', brief: true }),
    text('office', '责任科室', '责任部门或科室', { brief: true }),
    text('goal', '工作目标', '与原文一致', { searched: true, indexed: 'text', brief: true }),
    text('actual', '完成情况', '自评表中的完成情况', { searched: true, indexed: 'text' }),
    text('deviation', '偏差原因', '自评表中的偏差原因、改进措施'),
    AMOUNT_FEN,
    AMOUNT_WAN,
    text('amounts', '各栏金额', '各栏的名称与金额，与原文一致，以分号分隔；几栏而没有总额的，金额（分）为空'),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
