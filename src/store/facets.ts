import type { Database } from 'better-sqlite3';
import type { Condition } from './condition.js';
import { requireColumn, requireView } from './named-view.js';
import type { SqlValue } from './rows.js';
import { filterCondition, type ViewFilter } from './view-filter.js';

/** How many rows of a view have a value in a column. */
export interface FacetCount {
  column: string;
  value: SqlValue;
  count: number;
}

/** Columns a person wants counted first, where the view has them. */
const FACETS = ['province', 'year', 'level2', 'kind'];

/** Views the writer keeps counts of. */
const SUMMARIES: Record<string, { from: string; count: string; columns: readonly string[] }> = {
  indicators: {
    from: 'indicator_counts',
    count: 'sum(indicators)',
    columns: ['province', 'year', 'stage', 'level1', 'level2', 'kind'],
  },
  projects: { from: 'project_counts', count: 'sum(projects)', columns: ['province', 'year', 'stage'] },
};

/**
 * Counts of the rows the filter keeps, by value of each column; the most frequent first, blank as null.
 * @param columns any columns of the view; by default those of province, year, level2 and kind it has
 * @throws QueryError on an unknown view, column or filter
 */
export function facets(
  db: Database,
  name: string,
  filter: ViewFilter = {},
  columns?: readonly string[],
): FacetCount[] {
  const view = requireView(name);
  for (const column of columns ?? []) requireColumn(view, column);
  const wanted = columns ?? FACETS.filter((each) => view.columns.some((column) => column.name === each));
  const summary = SUMMARIES[view.name];
  if (summary && isEmpty(filter) && wanted.every((column) => summary.columns.includes(column))) {
    return wanted.flatMap((column) => countsOf(db, { ...summary, column }, { sql: 'TRUE', params: [] }));
  }
  const condition = filterCondition(view, filter);
  return wanted.flatMap((column) => countsOf(db, { from: view.name, count: 'count(*)', column }, condition));
}

const isEmpty = (filter: ViewFilter): boolean => Object.values(filter).every((value) => value === undefined);

function countsOf(
  db: Database,
  { from, count, column }: { from: string; count: string; column: string },
  { sql, params }: Condition,
): FacetCount[] {
  return db
    .prepare(
      `SELECT '${column}' AS "column", v."${column}" AS value, ${count} AS count
       FROM "${from}" v WHERE ${sql} GROUP BY v."${column}" ORDER BY 3 DESC, 2`,
    )
    .all(...params) as FacetCount[];
}
