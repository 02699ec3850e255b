import type { View } from '../model/views.js';
import { allOf, anyOf, type Condition, contains } from './condition.js';
import { QueryError } from './query-error.js';
import { regionCondition } from './region-condition.js';
import { projectCondition, textCondition } from './text-condition.js';

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
  /** Kind of target of indicators, kind of texts; as in the column. */
  kind?: string;
  rule?: string;
  severity?: string;
  /** How the reading of a document ended; its format. */
  outcome?: string;
  format?: string;
  /** Any part of one of the view's text columns. */
  text?: string;
  /** Only where region, year or department is unknown. */
  unresolved?: boolean;
}

/** Conditions on where and when, over a table that has the columns of a subject. */
const SUBJECT_FILTERS = {
  region: (table: string, value: string): Condition => regionCondition(value, table),
  year: (table: string, value: number): Condition => ({ sql: `${table}.year = ?`, params: [value] }),
  department: (table: string, value: string): Condition =>
    anyOf([{ sql: `${table}.department_key = ?`, params: [value] }, contains(`${table}.department`, value)]),
};

const equals = (view: View, column: string, value: string): Condition => {
  requireColumn(view, column);
  return { sql: `v.${column} = ?`, params: [value] };
};

const level = (view: View, column: 'level1' | 'level2', value: string): Condition => {
  requireColumn(view, column);
  return groupCondition('v', { [column]: value });
};

/** What the groups that indicators are counted by are filtered by. */
export type GroupFilter = Pick<ViewFilter, 'level1' | 'level2' | 'kind'>;

/** A level is found with or without its last word: 产出 and 产出指标. */
export function groupCondition(table: string, { level1, level2, kind }: GroupFilter): Condition {
  const levels = Object.entries({ level1, level2 }).flatMap(([column, value]) =>
    value === undefined ? [] : [{ sql: `${table}.${column} IN (?, ?)`, params: [value, `${value}指标`] }],
  );
  return allOf([...levels, ...(kind === undefined ? [] : [{ sql: `${table}.kind = ?`, params: [kind] }])]);
}

/** Conditions on the view itself, whose alias is `v`. */
const ROW_FILTERS = {
  project: (view: View, value: string): Condition => {
    requireColumn(view, 'project');
    return projectCondition(view, value);
  },
  level1: (view: View, value: string): Condition => level(view, 'level1', value),
  level2: (view: View, value: string): Condition => level(view, 'level2', value),
  kind: (view: View, value: string): Condition => equals(view, 'kind', value),
  rule: (view: View, value: string): Condition => equals(view, 'rule', value),
  severity: (view: View, value: string): Condition => equals(view, 'severity', value),
  outcome: (view: View, value: string): Condition => equals(view, 'outcome', value),
  format: (view: View, value: string): Condition => equals(view, 'format', value),
  text: (view: View, value: string): Condition => {
    if (!view.columns.some((column) => column.searched)) {
      throw new QueryError(`视图 ${view.name} 没有可按 --text 查找的文字`);
    }
    return textCondition(view, value);
  },
};

/**
 * The filter as a condition on the view, whose alias is `v`.
 * @throws QueryError when the view has nothing the filter could apply to; the message lists the filters it has
 */
export function filterCondition(view: View, filter: ViewFilter): Condition {
  const {
    region,
    year,
    department,
    project,
    level1,
    level2,
    kind,
    rule,
    severity,
    outcome,
    format,
    text,
    unresolved,
  } = filter;
  return allOf(
    [
      subjectCondition(view, { region, year, department }),
      project !== undefined && ROW_FILTERS.project(view, project),
      level1 !== undefined && ROW_FILTERS.level1(view, level1),
      level2 !== undefined && ROW_FILTERS.level2(view, level2),
      kind !== undefined && ROW_FILTERS.kind(view, kind),
      rule !== undefined && ROW_FILTERS.rule(view, rule),
      severity !== undefined && ROW_FILTERS.severity(view, severity),
      outcome !== undefined && ROW_FILTERS.outcome(view, outcome),
      format !== undefined && ROW_FILTERS.format(view, format),
      text !== undefined && ROW_FILTERS.text(view, text),
      unresolved === true && unresolvedCondition(view),
    ].filter((each) => each !== false),
  );
}

/** A row of `documents` is about everything its disclosures are about; one of them must meet all conditions. */
function subjectCondition(
  view: View,
  { region, year, department }: Pick<ViewFilter, 'region' | 'year' | 'department'>,
): Condition {
  const over = (table: string): Condition[] =>
    [
      region !== undefined && SUBJECT_FILTERS.region(table, region),
      year !== undefined && SUBJECT_FILTERS.year(table, year),
      department !== undefined && SUBJECT_FILTERS.department(table, department),
    ].filter((each) => each !== false);
  const own = over('v');
  for (const [column, value] of Object.entries({ region, year, department })) {
    if (value !== undefined) requireColumn(view, column);
  }
  if (own.length === 0 || !isDocuments(view)) return allOf(own);
  const inside = allOf(over('d'));
  return anyOf([
    allOf(own),
    { sql: `v.id IN (SELECT d.document FROM disclosure_rows d WHERE ${inside.sql})`, params: inside.params },
  ]);
}

function unresolvedCondition(view: View): Condition {
  if (isDocuments(view)) return { sql: 'v.unresolved IS NOT NULL', params: [] };
  requireColumn(view, 'region');
  return { sql: '(v.region IS NULL OR v.year IS NULL OR v.department IS NULL)', params: [] };
}

const hasColumn = (view: View, name: string): boolean => view.columns.some((column) => column.name === name);

const isDocuments = (view: View): boolean => hasColumn(view, 'unresolved');

function requireColumn(view: View, column: string): void {
  if (hasColumn(view, column)) return;
  const names = [...Object.keys(SUBJECT_FILTERS), ...Object.keys(ROW_FILTERS)];
  const isValid = (name: string): boolean =>
    name === 'text' ? view.columns.some((each) => each.searched) : hasColumn(view, name);
  const valid = names.filter(isValid).map((name) => `--${name}`);
  throw new QueryError(`视图 ${view.name} 没有列 ${column}，不能按它筛选；可用：${valid.join('、')}`);
}
