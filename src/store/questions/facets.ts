import type { ViewFilter } from '../../model/filters.js';
import { requireColumn, requireView } from '../../model/named-view.js';
import type { FacetCount } from '../../model/ports/questions.js';
import type { SqlValue } from '../../model/sql-value.js';
import type { View } from '../../model/views.js';
import { filterCondition } from '../conditions/view-filter.js';
import type { Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { countedSelect } from './counted-rows.js';

/** Columns a person wants counted first, where the view has them. */
const FACETS = ['province', 'year', 'level2', 'kind'];

/**
 * Counts of the rows the filter keeps, by value of each column; the most frequent first, blank as null. Counts the writer
 * keeps are used where they tell: by place, year, stage and department, of indicators also by level and kind, of findings by
 * rule, severity, verdict and state; other columns, and filters on names and texts, take a look at every row.
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
  const distinct = [...new Set(wanted)];
  if (distinct.length === 0) return [];
  const { sql, params } =
    countedSelect(view, filter, distinct) ?? selectFromRows(view, filterCondition(view, filter), distinct);
  const ofColumns = distinct.map((column, place) => {
    const value = `"${column}"`;
    const [number, text] = isText(view, column)
      ? ['CAST(NULL AS BIGINT)', value]
      : [value, 'CAST(NULL AS TEXT)'];
    return `SELECT ${place} AS place, '${column}' AS "column", ${number} AS number, ${text} AS text, sum(n) AS count
        FROM counted GROUP BY ${value} HAVING sum(n) <> 0`;
  });
  const rows = db
    .prepare(
      `WITH counted AS MATERIALIZED (${sql})
       SELECT "column", number, text, count FROM (${ofColumns.join(' UNION ALL ')}) facets
       ORDER BY place, count DESC, number NULLS FIRST, text NULLS FIRST`,
    )
    .all(...params) as (Pick<FacetCount, 'column' | 'count'> & Record<'number' | 'text', SqlValue>)[];
  return rows.map(({ column, number, text, count }) => ({ column, value: number ?? text, count }));
}

const isText = (view: View, name: string): boolean =>
  view.columns.some((column) => column.name === name && column.type === 'text');

const selectFromRows = (view: View, { sql, params }: Condition, columns: readonly string[]): Condition => ({
  sql: `SELECT ${columns.map((column) => `v."${column}"`).join(', ')}, count(*) AS n FROM "${view.name}" v
    WHERE ${sql} GROUP BY ${columns.map((_, place) => place + 1).join(', ')}`,
  params,
});
