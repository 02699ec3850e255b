import { CALCULATION_TITLES } from '../target.js';
import type { Section } from './section.js';
import { closed, text } from './section-field.js';
import { AMOUNT_FEN, AMOUNT_WAN, PLACE } from './shared-columns.js';

const NAME = { searched: true, indexed: 'name' } as const;

export const COSTS = {
  view: 'costs',
  title: '支出明细',
  meaning: '项目支出明细表一行',
  table: 'cost_rows',
  list: 'costs',
  row: { letter: 'c', kind: 'cost' },
  project: 'shown',
  searchKind: 3,
  fields: [
    text('category', '支出类别', '支出内容简介或明细类别', { ...NAME, behind: true }),
    text('item', '支出事项', '支出明细的事项', { ...NAME, brief: true }),
    AMOUNT_FEN,
    { ...AMOUNT_WAN, brief: true },
    text('calculation', '测算依据', '测算依据及过程说明，与原文一致', {
      searched: true,
      indexed: 'text',
      brief: true,
    }),
    closed('result', '测算核对', CALCULATION_TITLES, { brief: true }),
    { ...PLACE, brief: true },
  ],
} as const satisfies Section;
