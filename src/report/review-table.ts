import { SEVERITY_TITLES } from '../model/facts/severities.js';
import { REVIEW_TITLES } from '../model/review.js';
import type { Column, Row } from './row.js';

/** What reviewers answered, as a table: columns of the review list wherever it is written. */
export const REVIEW_COLUMNS: Column[] = [
  { name: 'id', title: '编号', whole: true, names: 'f' },
  { name: 'fingerprint', title: '疑点指纹', whole: true },
  { name: 'state', title: '处理状态', whole: true, titles: REVIEW_TITLES },
  { name: 'comment', title: '处理意见' },
  { name: 'who', title: '复核人' },
  { name: 'at', title: '复核时间', whole: true, isMoment: true },
  { name: 'reported', title: '仍在报告' },
  { name: 'severity', title: '程度', titles: SEVERITY_TITLES },
  { name: 'region', title: '地区' },
  { name: 'year', title: '年度' },
  { name: 'department', title: '部门' },
  { name: 'project', title: '项目' },
  { name: 'rule', title: '规则' },
  { name: 'message', title: '说明' },
  { name: 'formula', title: '算式' },
  { name: 'path', title: '文件' },
  { name: 'place', title: '位置' },
];

/** A finding with its answer as a row of `REVIEW_COLUMNS`, without what else is known of it. */
export const reviewRow = (finding: Row): Row =>
  Object.fromEntries(REVIEW_COLUMNS.map(({ name }) => [name, finding[name] ?? null]));
