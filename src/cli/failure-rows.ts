import { OUTCOME_TEXT } from '../model/outcome.js';
import type { Failure } from '../pipeline/import-summary.js';
import type { Column, Row } from '../report/row.js';

const UNREADABLE = { title: '打不开', advice: '请检查文件是否还在、是否有读取权限' };

/** What to call an outcome, and what the user can do about it. */
export const outcomeText = (outcome: Failure['outcome']): { title: string; advice: string } =>
  outcome === 'unreadable' ? UNREADABLE : OUTCOME_TEXT[outcome];

/** Files that were not read, with the reason and what to do, as rows of a report. */
export const failureRows = (failures: readonly Failure[]): Row[] =>
  failures.map(({ path, outcome, reason }) => ({
    path,
    outcome,
    reason,
    advice: outcomeText(outcome).advice,
  }));

export const FAILURE_COLUMNS: readonly Column[] = [
  { name: 'path', title: '路径' },
  { name: 'outcome', title: '结果' },
  { name: 'reason', title: '原因' },
  { name: 'advice', title: '怎么办' },
];
