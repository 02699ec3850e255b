import { findView, type ViewColumn } from '../model/views.js';
import type { Column, Row } from '../report/row.js';

/** Columns a person wants to see first; the other formats hold all of them. */
const BRIEF: Record<string, string[]> = {
  documents: [
    'id',
    'region',
    'year',
    'department',
    'path',
    'format',
    'outcome',
    'forms',
    'cells',
    'unclaimed_cells',
    'unread_rows',
    'unresolved',
  ],
  budgets: [
    'id',
    'region',
    'year',
    'department',
    'project',
    'category',
    'horizon',
    'scope',
    'amount_wan',
    'place',
  ],
  projects: ['id', 'region', 'year', 'department', 'project', 'amount_wan', 'annual_goal', 'place'],
  indicators: ['id', 'region', 'year', 'department', 'project', 'level2', 'name', 'target', 'place'],
  costs: [
    'id',
    'region',
    'year',
    'department',
    'project',
    'item',
    'amount_wan',
    'calculation',
    'result',
    'place',
  ],
  plans: ['region', 'year', 'department', 'project', 'step', 'share', 'place'],
  work_plan: ['id', 'region', 'year', 'department', 'item', 'office', 'goal', 'place'],
  texts: ['region', 'year', 'department', 'kind', 'heading', 'text', 'place'],
  cells: ['document_id', 'place', 'text', 'status', 'field', 'reason'],
  diagnostics: ['document_id', 'code', 'message', 'place'],
  findings: ['id', 'severity', 'region', 'year', 'department', 'project', 'rule', 'message', 'place'],
  finding_runs: [
    'run_id',
    'at',
    'rule',
    'fail',
    'review',
    'pass',
    'not_applicable',
    'not_evaluated',
    'new',
    'resolved',
  ],
};

/** The letter `mingzhang explain` wants before an id. */
const LETTERS: Record<string, string> = {
  documents: 'd',
  budgets: 'b',
  projects: 'p',
  indicators: 'i',
  costs: 'c',
  work_plan: 'w',
  findings: 'f',
};

/** Read only when complete. */
const WHOLE = ['id', 'document_id', 'project_id', 'region_code', 'project_code', 'place', 'at'];

const baseOf = (view: string): string => view.replace(/^current_/, '');

/** The view's columns of these names, in this order. */
export function columnsOf(view: string, names: readonly string[]): ViewColumn[] {
  return names.flatMap((name) => allColumns(view).find((column) => column.name === name) ?? []);
}

export const allColumns = (view: string): readonly ViewColumn[] => findView(view)?.columns ?? [];

/** Columns of the table for people; without names those a person wants to see first. */
export const tableColumns = (
  view: string,
  names = BRIEF[baseOf(view)] ?? allColumns(view).map(({ name }) => name),
): Column[] => columnsOf(view, names).map((column) => ({ ...column, whole: WHOLE.includes(column.name) }));

/** Rows whose ids can be handed to `explain`: `p12` for project 12. */
export function identified(view: string, rows: readonly Row[]): Row[] {
  const letter = LETTERS[baseOf(view)] ?? '';
  return rows.map((row) => ({
    ...row,
    ...(row.id === undefined ? {} : { id: `${letter}${row.id}` }),
    ...(row.document_id === undefined ? {} : { document_id: `d${row.document_id}` }),
  }));
}
