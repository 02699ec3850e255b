import type { Database } from 'better-sqlite3';
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
  const condition = filterCondition(view, filter);
  return wanted.flatMap((column) => {
    const sql = `SELECT '${column}' AS "column", v."${column}" AS value, count(*) AS count
      FROM "${view.name}" v WHERE ${condition.sql} GROUP BY v."${column}" ORDER BY count DESC, value`;
    return db.prepare(sql).all(...condition.params) as FacetCount[];
  });
}
