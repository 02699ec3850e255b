import { type Failure, outcomeText, type Skipped, UNREAD_ADVICE } from '../model/import-record.js';
import { OUTCOME_TITLES } from '../model/outcome.js';
import type { UnreadDocument } from '../pipeline/import/import-summary.js';
import type { Column, Row } from '../report/row.js';

/** Files that were not read, what was skipped, and those with forms that were not recognized, with the reason and what to do, as rows of a report. */
export const failureRows = (
  failures: readonly Failure[],
  unread: readonly UnreadDocument[],
  skipped: readonly Skipped[],
): Row[] => [
  ...failures.map(({ path, outcome, reason }) => ({
    path,
    outcome,
    unread_rows: null,
    reason,
    advice: outcomeText(outcome).advice,
  })),
  ...skipped.map(({ path, reason }) => ({
    path,
    outcome: 'skipped',
    unread_rows: null,
    reason,
    advice: null,
  })),
  ...unread.map(({ path, rows, places }) => ({
    path,
    outcome: 'partial',
    unread_rows: rows,
    reason: `像绩效表而没有认出的行 ${rows}${places.length > 0 ? `，起于 ${places.join('、')}` : ''}`,
    advice: UNREAD_ADVICE,
  })),
];

export const FAILURE_COLUMNS: readonly Column[] = [
  { name: 'path', title: '路径' },
  {
    name: 'outcome',
    title: '结果',
    titles: { ...OUTCOME_TITLES, unreadable: outcomeText('unreadable').title, skipped: '跳过' },
  },
  { name: 'unread_rows', title: '未读行' },
  { name: 'reason', title: '原因' },
  { name: 'advice', title: '怎么办' },
];
