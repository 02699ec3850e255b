import { type Failure, outcomeText, type Skipped } from '../model/import-record.js';
import { OUTCOME_TITLES } from '../model/outcome.js';
import type { PartialDocument } from '../pipeline/import/import-summary.js';
import type { Column, Row } from '../report/row.js';

/**
 * Files that were not read, what was skipped, and what those read in part lack, with the reason and what to do, as rows of a
 * report: one for each gap.
 */
export const failureRows = (
  failures: readonly Failure[],
  partial: readonly PartialDocument[],
  skipped: readonly Skipped[],
): Row[] => [
  ...failures.map(({ path, outcome, reason }) => ({
    path,
    outcome,
    place: null,
    reason,
    advice: outcomeText(outcome).advice,
  })),
  ...skipped.map(({ path, reason }) => ({ path, outcome: 'skipped', place: null, reason, advice: null })),
  ...partial.flatMap(({ path, gaps }) =>
    gaps.map(({ place, message, advice }) => ({ path, outcome: 'partial', place, reason: message, advice })),
  ),
];

export const FAILURE_COLUMNS: readonly Column[] = [
  { name: 'path', title: '路径' },
  {
    name: 'outcome',
    title: '结果',
    titles: { ...OUTCOME_TITLES, unreadable: outcomeText('unreadable').title, skipped: '跳过' },
  },
  { name: 'place', title: '位置' },
  { name: 'reason', title: '原因' },
  { name: 'advice', title: '怎么办' },
];
