import type { Section } from '../model/sections/section.js';
import { fieldNames, findSection } from '../model/sections/sections.js';
import { findView, type ViewColumn } from '../model/views.js';
import type { Column } from '../report/row.js';

/** Columns a person wants to see first of a view that shows no section; the other formats hold all of them. */
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
  cells: ['document_id', 'place', 'text', 'status', 'field', 'reason'],
  diagnostics: ['document_id', 'code', 'message', 'place'],
  project_links: [
    'region',
    'department',
    'year',
    'stage',
    'project',
    'later_year',
    'later_stage',
    'later_project',
    'relation',
    'ground',
    'likeness',
    'doubtful',
  ],
  indicator_links: [
    'region',
    'year',
    'stage',
    'project',
    'name',
    'target',
    'later_year',
    'later_stage',
    'later_name',
    'later_target',
    'relation',
    'doubtful',
  ],
  outcomes: [
    'indicator_id',
    'region',
    'year',
    'department',
    'project',
    'name',
    'promised',
    'actual',
    'score',
    'next_target',
    'status',
  ],
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

/** Likewise of a section. */
const briefOf = (section: Section): string[] => [
  ...(section.row ? ['id'] : []),
  'region',
  'year',
  'department',
  ...(section.project === 'shown' ? ['project'] : []),
  ...fieldNames(section, ({ brief }) => brief),
];

/** Read only when complete. */
const WHOLE = ['region_code', 'project_code', 'place', 'at'];

const baseOf = (view: string): string => view.replace(/^current_/, '');

/** The view's columns of these names, in this order. */
export function namedColumns(view: string, names: readonly string[]): ViewColumn[] {
  return names.flatMap((name) => allColumns(view).find((column) => column.name === name) ?? []);
}

export const allColumns = (view: string): readonly ViewColumn[] => findView(view)?.columns ?? [];

/** Columns of the table for people; without names those a person wants to see first. */
export const shownColumns = (view: string, names = firstColumns(view)): Column[] =>
  namedColumns(view, names).map((column) => ({
    ...column,
    whole: column.names !== undefined || WHOLE.includes(column.name),
  }));

function firstColumns(view: string): string[] {
  const section = findSection(view);
  if (section) return briefOf(section);
  return BRIEF[baseOf(view)] ?? allColumns(view).map(({ name }) => name);
}
