import type { Column } from './row.js';

/** Answered findings whose ground changed: `ReviewChange` as a table. */
export const CHANGED_COLUMNS: Column[] = [
  { name: 'id', title: '编号' },
  { name: 'rule', title: '规则' },
  { name: 'review', title: '复核' },
  { name: 'reviewer', title: '复核人' },
  { name: 'answered', title: '复核时间' },
  { name: 'before', title: '复核时' },
  { name: 'after', title: '现在（空为不再报告）' },
  { name: 'why', title: '为什么' },
];
