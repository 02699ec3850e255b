import type { Database } from 'better-sqlite3';
import type { View } from '../model/views.js';
import type { Condition } from './condition.js';
import { requireColumn, requireView } from './named-view.js';
import { QueryError } from './query-error.js';
import type { SqlValue } from './rows.js';
import { filterCondition, type ViewFilter } from './view-filter.js';

/** Which part of the result, and how it is laid out. */
export interface Page {
  limit?: number;
  offset?: number;
  /** Columns in the order wanted; all by default. */
  columns?: string[];
  /** Column names, `-` before one for descending: `-amount_wan,region`; blank values come last. */
  sort?: string;
}

export interface ResultTable {
  columns: string[];
  rows: Record<string, SqlValue>[];
}

/** By place, year and department, then as printed; in the words of the index `disclosure_rows_order`. */
const DEFAULT_ORDER = ['region_code', 'year', 'department_key'];
const AS_PRINTED = ['document_id', 'id'];
/** Views that are no rows of documents. */
const OTHER_ORDER = ['run_id', 'rule', 'province', 'year', 'stage', 'level1', 'level2', 'kind'];

/**
 * Rows of a view. Every value is a parameter; names of views and columns are checked against `VIEWS`.
 * @throws QueryError on an unknown view, column, filter or a bad number; the message lists what is valid
 */
export function queryView(db: Database, name: string, filter: ViewFilter = {}, page: Page = {}): ResultTable {
  const { columns, sql, params } = selectOf(name, filter, page);
  return { columns, rows: db.prepare(sql).all(...params) as ResultTable['rows'] };
}

/** The rows `queryView` gives, one at a time; nothing may be written until they end. */
export function* iterateView(
  db: Database,
  name: string,
  filter: ViewFilter = {},
  page: Page = {},
): Generator<Record<string, SqlValue>> {
  const { sql, params } = selectOf(name, filter, page);
  yield* db.prepare(sql).iterate(...params) as IterableIterator<Record<string, SqlValue>>;
}

function selectOf(name: string, filter: ViewFilter, page: Page): Condition & { columns: string[] } {
  const view = requireView(name);
  const columns = page.columns ? selectedColumns(view, page.columns) : view.columns.map((each) => each.name);
  const condition = filterCondition(view, filter);
  const sql = [
    `SELECT ${columns.map((column) => `v."${column}"`).join(', ')} FROM "${view.name}" v`,
    `WHERE ${condition.sql}`,
    `ORDER BY ${orderTerms(view, page.sort).join(', ')}`,
    'LIMIT ? OFFSET ?',
  ].join('\n');
  const bounds = [count('limit', page.limit ?? -1), count('offset', page.offset ?? 0)];
  return { columns, sql, params: [...condition.params, ...bounds] };
}

function selectedColumns(view: View, names: string[]): string[] {
  for (const name of names) requireColumn(view, name);
  return [...new Set(names)];
}

function orderTerms(view: View, sort: string | undefined): string[] {
  const known = (name: string): boolean => view.columns.some((column) => column.name === name);
  const wanted = (sort ?? '').split(',').filter((each) => each !== '');
  const terms = wanted.map((each) => {
    const descending = each.startsWith('-');
    const name = each.replace(/^-/, '');
    requireColumn(view, name);
    return `v."${name}" ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  const blankLast = (name: string): string[] => [`v."${name}" IS NULL`, `v."${name}"`];
  if (!known('document_id')) return [...terms, ...OTHER_ORDER.filter(known).flatMap(blankLast)];
  return [
    ...terms,
    ...DEFAULT_ORDER.flatMap(blankLast),
    ...AS_PRINTED.filter(known).map((name) => `v."${name}"`),
  ];
}

/** @throws QueryError unless a whole number, at least 0 (−1: no limit) */
function count(option: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= -1) return value;
  throw new QueryError(`--${option} 应为不小于 0 的整数，不能是 ${value}`);
}
