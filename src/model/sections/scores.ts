import type { Section } from './section.js';
import { real, text } from './section-field.js';
import { PLACE } from './shared-columns.js';

const EXACT = { exact: true, brief: true } as const;

export const SCORES = {
  view: 'scores',
  title: '自评总分',
  meaning: '一张自评表的总分一行',
  table: 'score_rows',
  list: 'scoreTotals',
  project: 'shown',
  fields: [
    real('weight', '总分值', '满分', EXACT),
    real('score', '总得分', '自评总分', EXACT),
    real('rate', '得分率', '照印的得分率', { ...EXACT, unit: '%' }),
    text('grade', '等级', '优、良、中、差等，照印', { brief: true }),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
