import type { Section } from './section.js';
import { real, text } from './section-field.js';
import { PLACE } from './shared-columns.js';

export const PLANS = {
  view: 'plans',
  title: '资金支出计划',
  meaning: '支出计划的一个时点一行',
  table: 'plan_rows',
  list: 'plans',
  project: 'shown',
  fields: [
    text('step', '时点', '如 3月底', { filled: true, brief: true }),
    real('share', '累计支出比例', '到该时点的累计支出比例', { unit: '%', exact: true, brief: true }),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
