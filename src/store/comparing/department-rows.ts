import type { IndicatorRow, ProjectRow } from '../../model/comparison.js';
import type { ViewFilter } from '../../model/filters.js';
import type { DepartmentRows, TextRow, TotalRow } from '../../model/trend.js';
import { findView } from '../../model/views.js';
import { filterCondition } from '../conditions/view-filter.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { INDICATOR_COLUMNS, PROJECT_COLUMNS, SUBJECT_COLUMNS } from './compared-columns.js';
import { statementsOf } from './statement-rows.js';

const TOTAL = `${SUBJECT_COLUMNS}, v.category, v.amount_fen AS amountFen, v.place`;
const TEXT = `${SUBJECT_COLUMNS}, v.kind, v.heading, v.text, v.place`;

/** The year's own total of a whole department. */
const IS_TOTAL: Condition = {
  sql: "v.project_id IS NULL AND v.axis = 'total' AND v.horizon = 'annual' AND v.amount_fen IS NOT NULL",
  params: [],
};

/** Everything of the departments the filter means, over all years; superseded documents are left out. */
export function departmentRows(db: Database, filter: ViewFilter): DepartmentRows {
  const rows = <T>(name: string, columns: string, order: string, more: Condition[] = []): T[] => {
    const view = findView(`current_${name}`);
    if (!view) throw new Error(`no view ${name}`);
    const { sql, params } = allOf([filterCondition(view, filter), ...more]);
    return db
      .prepare(`SELECT ${columns} FROM ${view.name} v WHERE ${sql} ORDER BY ${order}`)
      .all(...params) as T[];
  };
  return {
    projects: rows<ProjectRow>('projects', PROJECT_COLUMNS, 'v.id'),
    indicators: rows<IndicatorRow>('indicators', INDICATOR_COLUMNS, 'v.id'),
    totals: rows<TotalRow>('budgets', TOTAL, 'v.id', [IS_TOTAL]),
    texts: rows<TextRow>('texts', TEXT, 'v.document_id, v.place'),
    statements: statementsOf(db, filter),
  };
}
