import { type Failure, outcomeText } from '../model/import-record.js';
import type { Column, Row } from '../report/row.js';

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
