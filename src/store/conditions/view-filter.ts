import { QueryError } from '../../model/facts/query-error.js';
import {
  EVERY_FILTER,
  type FilterName,
  hasFilter,
  type Match,
  optionOf,
  SUBJECT_FILTERS,
  type SubjectFilter,
  type ViewFilter,
} from '../../model/filters.js';
import { STANDING_ANSWERS } from '../../model/review.js';
import type { View } from '../../model/views.js';
import { allOf, anyOf, type Condition, contains } from '../ground/condition.js';
import { regionCondition } from './region-condition.js';
import { projectCondition, textCondition } from './text-condition.js';

const SUBJECT_CONDITIONS = {
  region: (table: string, value: string) => regionCondition(value, table),
  year: (table: string, value: number) => ({ sql: `${table}.year = ?`, params: [value] }),
  stage: (table: string, value: string) => ({ sql: `${table}.stage = ?`, params: [value] }),
  department: (table: string, value: string) =>
    anyOf([{ sql: `${table}.department_key = ?`, params: [value] }, contains(`${table}.department`, value)]),
} satisfies { [Name in keyof SubjectFilter]-?: (table: string, value: never) => Condition };

const EVERY: Condition = { sql: 'TRUE', params: [] };

/** Conditions on the view itself, whose alias is `v`. */
const ROW_CONDITIONS: Record<
  Exclude<Match, 'subject'>,
  (view: View, column: FilterName, value: string | number | boolean) => Condition
> = {
  equal: (view, column, value) => ({ sql: `v.${column} = ?`, params: [codeOf(view, column, String(value))] }),
  level: (_, column, value) => groupCondition('v', { [column]: String(value) }),
  project: (view, _, value) => projectCondition(view, String(value)),
  searched: (view, _, value) => textCondition(view, String(value)),
  unresolved: (view) => ({
    sql: isDocuments(view)
      ? 'v.unresolved IS NOT NULL'
      : '(v.region IS NULL OR v.year IS NULL OR v.department IS NULL)',
    params: [],
  }),
  answered: () => EVERY,
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

/** Where and when, over a table that has the columns of a subject; `TRUE` for everywhere and ever. */
export function subjectCondition(
  table: string,
  { region, year, stage, department }: SubjectFilter,
): Condition {
  return allOf(
    [
      region !== undefined && SUBJECT_CONDITIONS.region(table, region),
      year !== undefined && SUBJECT_CONDITIONS.year(table, year),
      stage !== undefined && SUBJECT_CONDITIONS.stage(table, stage),
      department !== undefined && SUBJECT_CONDITIONS.department(table, department),
    ].filter((each) => each !== false),
  );
}

/**
 * The filter as a condition on the view, whose alias is `v`.
 * @throws QueryError when the view has nothing the filter could apply to; the message lists the filters it has
 */
export function filterCondition(view: View, filter: ViewFilter): Condition {
  const chosen = chosenCondition(view, filter);
  if (filter.all || !hasFilter(view, 'all')) return chosen;
  return allOf([chosen, { sql: `v.review IN (${listOf(STANDING_ANSWERS)})`, params: [] }]);
}

const listOf = (words: readonly string[]): string => words.map((each) => `'${each}'`).join(', ');

/** The filter as it is given, over counts of the findings that nobody has explained or dismissed too. @throws QueryError */
export function chosenCondition(view: View, filter: ViewFilter): Condition {
  const rows = EVERY_FILTER.flatMap(([name, { match }]) => {
    const value = filter[name];
    if (value === undefined || value === false) return [];
    if (!hasFilter(view, name)) throw new QueryError(refusal(view, name));
    return match === 'subject' ? [] : [ROW_CONDITIONS[match](view, name, value)];
  });
  return allOf([ofSubject(view, filter), ...rows]);
}

/** A row of `documents` is about everything its disclosures are about; one of them must meet all conditions. */
function ofSubject(view: View, filter: SubjectFilter): Condition {
  const own = subjectCondition('v', filter);
  if (!isDocuments(view) || SUBJECT_FILTERS.every((name) => filter[name] === undefined)) return own;
  const { sql, params } = subjectCondition('d', filter);
  return anyOf([own, { sql: `v.id IN (SELECT d.document FROM disclosure_rows d WHERE ${sql})`, params }]);
}

function refusal(view: View, name: FilterName): string {
  const valid = EVERY_FILTER.filter(([each]) => hasFilter(view, each)).map(([each]) => optionOf(each));
  return `视图 ${view.name} 不能按 ${optionOf(name)} 筛选；可用：${valid.join('、')}`;
}

const isDocuments = (view: View): boolean => view.columns.some(({ name }) => name === 'unresolved');

/** The code of a closed list that people may call by its title, or by a word of it that no other title has; else what was given. */
function codeOf({ columns }: View, name: FilterName, value: string): string {
  const { titles } = columns.find((column) => column.name === name) ?? {};
  if (!titles || value in titles) return value;
  const plain = (text: string): string => text.replace(/[“”"]/g, '');
  const entries = Object.entries(titles);
  const named = entries.filter(([, title]) => plain(title) === plain(value));
  const held = named.length > 0 ? named : entries.filter(([, title]) => plain(title).includes(plain(value)));
  const [only] = held;
  return held.length === 1 && only ? only[0] : value;
}
