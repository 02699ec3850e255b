import type { View } from '../model/views.js';
import { QueryError } from './query-error.js';
import { type Condition, escapeLike, regionCondition } from './region-condition.js';

/** What to keep of a view; a missing field keeps everything. */
export interface ViewFilter {
  /** Code, prefix of one, or name; with everything below it. */
  region?: string;
  year?: number;
  /** As printed (any part of it), or the department's key. */
  department?: string;
  /** Any part of the project's name. */
  project?: string;
  level1?: string;
  level2?: string;
  rule?: string;
  severity?: string;
  /** Any part of one of the view's text columns. */
  text?: string;
  /** Only where region, year or department is unknown. */
  unresolved?: boolean;
}

const contains = (column: string, text: string): Condition => ({
  sql: `${column} LIKE ? ESCAPE '\\'`,
  params: [`%${escapeLike(text)}%`],
});

const anyOf = (conditions: Condition[]): Condition => ({
  sql: `(${conditions.map((each) => each.sql).join(' OR ')})`,
  params: conditions.flatMap((each) => each.params),
});

/** Filters on what a row is about; a document is about everything its disclosures are about. */
const SUBJECT_FILTERS = {
  region: (value: string, table: string): Condition => regionCondition(value, table),
  year: (value: number, table: string): Condition => ({ sql: `${table}.year = ?`, params: [value] }),
  department: (value: string, table: string): Condition =>
    anyOf([{ sql: `${table}.department_key = ?`, params: [value] }, contains(`${table}.department`, value)]),
};

/** A level is found with or without its last word: 产出 and 产出指标. */
const level = (column: string, value: string): Condition => ({
  sql: `v.${column} IN (?, ? || '指标')`,
  params: [value, value],
});

const ROW_FILTERS = {
  project: (value: string, view: View): Condition =>
    anyOf(
      ['project', 'project_printed']
        .filter((column) => hasColumn(view, column))
        .map((column) => contains(`v.${column}`, value)),
    ),
  level1: (value: string): Condition => level('level1', value),
  level2: (value: string): Condition => level('level2', value),
  rule: (value: string): Condition => ({ sql: 'v.rule = ?', params: [value] }),
  severity: (value: string): Condition => ({ sql: 'v.severity = ?', params: [value] }),
};

/**
 * The filter as conditions on the view, whose alias is `v`.
 * @throws QueryError when the view has nothing the filter could apply to
 */
export function filterConditions(view: View, filter: ViewFilter): Condition[] {
  const conditions: Condition[] = [];
  const { region, year, department, text, unresolved, ...rest } = filter;
  if (region !== undefined)
    conditions.push(subject(view, 'region', (t) => SUBJECT_FILTERS.region(region, t)));
  if (year !== undefined) conditions.push(subject(view, 'year', (t) => SUBJECT_FILTERS.year(year, t)));
  if (department !== undefined) {
    conditions.push(subject(view, 'department', (t) => SUBJECT_FILTERS.department(department, t)));
  }
  for (const name of ['project', 'level1', 'level2', 'rule', 'severity'] as const) {
    const value = rest[name];
    if (value === undefined) continue;
    requireColumn(view, name, name);
    conditions.push(ROW_FILTERS[name](value, view));
  }
  if (text !== undefined) conditions.push(textCondition(view, text));
  if (unresolved) conditions.push(unresolvedCondition(view));
  return conditions;
}

function subject(view: View, name: string, condition: (table: string) => Condition): Condition {
  requireColumn(view, name, name);
  const own = condition('v');
  if (!hasColumn(view, 'unresolved')) return own;
  const inside = condition('d');
  return anyOf([
    own,
    { sql: `v.id IN (SELECT d.document FROM disclosure_rows d WHERE ${inside.sql})`, params: inside.params },
  ]);
}

function textCondition(view: View, text: string): Condition {
  const searched = view.columns.filter((column) => column.searched);
  if (searched.length === 0) throw new QueryError(`视图 ${view.name} 没有可按 --text 查找的文字`);
  return anyOf(searched.map((column) => contains(`v.${column.name}`, text)));
}

function unresolvedCondition(view: View): Condition {
  if (hasColumn(view, 'unresolved')) return { sql: 'v.unresolved IS NOT NULL', params: [] };
  requireColumn(view, 'region', 'unresolved');
  return { sql: '(v.region IS NULL OR v.year IS NULL OR v.department IS NULL)', params: [] };
}

const hasColumn = (view: View, name: string): boolean => view.columns.some((column) => column.name === name);

function requireColumn(view: View, column: string, option: string): void {
  if (hasColumn(view, column)) return;
  const valid = ['region', 'year', 'department', 'project', 'level1', 'level2', 'rule', 'severity'].filter(
    (name) => hasColumn(view, name),
  );
  throw new QueryError(
    `视图 ${view.name} 不能按 --${option} 筛选；可用：${valid.map((name) => `--${name}`).join('、')}`,
  );
}
