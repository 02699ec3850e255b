import { subjectAsked, type ViewFilter } from '../../model/filters.js';
import type { FacetCount, SearchCounts, SearchScope } from '../../model/ports/questions.js';
import { SECTIONS, type SearchedView } from '../../model/sections/sections.js';
import type { SqlValue } from '../../model/sql-value.js';
import { groupCondition, subjectCondition } from '../conditions/view-filter.js';
import { allOf, type Condition } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { ENTRY } from '../ground/search-entry.js';
import { type SearchExpression, searchExpression } from './search-expression.js';
import { entryCondition, holdsTerm, searchedColumns, searchedViews } from './searched-rows.js';

/** Entries of the index looked at before it is only said that there are more. */
const MOST = 50_000;

/** What the rows found are counted by, besides their views and levels. */
const BY = ['province', 'region_code', 'year', 'stage', 'department_key'] as const;

/** Rows found that are alike in all of `BY`. */
type Group = Record<(typeof BY)[number] | 'level1', SqlValue> & { view: SearchedView; n: number };

/**
 * How much a full text search finds, row by row: what `search` gives page by page, counted.
 * @throws QueryError as `search` does
 */
export function searchCounts(db: Database, text: string, scope: SearchScope = {}): SearchCounts {
  const { views: _, ...filter } = scope;
  const expression = searchExpression(text);
  const views = searchedViews(scope);
  if (isMore(db, expression, entryCondition(views, filter)))
    return { rows: MOST, isExact: false, facets: [] };
  const groups = views.flatMap((view) =>
    view === 'texts' ? textGroups(db, expression, filter) : rowGroups(db, view, expression, filter),
  );
  const rows = groups.reduce((sum, { n }) => sum + n, 0);
  return { rows, isExact: true, facets: facetsOf(groups) };
}

const isMore = (db: Database, { match }: SearchExpression, { sql, params }: Condition): boolean =>
  (db
    .prepare(
      `SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? AND ${sql} LIMIT ${MOST + 1}) found`,
    )
    .pluck()
    .get(match, ...params) as number) > MOST;

const DISCLOSED = BY.map((column) => `d.${column}`).join(', ');

/** The entries of a view as an item for FROM, `e`, with the id of what each stands for. */
function found(view: SearchedView, { match }: SearchExpression, filter: ViewFilter): Condition {
  const { sql, params } = entryCondition([view], filter);
  return {
    sql: `(SELECT ${ENTRY.id} AS id FROM search_index WHERE search_index MATCH ? AND ${sql}) e`,
    params: [match, ...params],
  };
}

/** Of a view whose rows have an entry each. */
function rowGroups(
  db: Database,
  view: Exclude<SearchedView, 'texts'>,
  expression: SearchExpression,
  { level1, ...filter }: ViewFilter,
): Group[] {
  const entries = found(view, expression, filter);
  const kept = allOf([subjectCondition('d', subjectAsked(filter)), groupCondition('r', { level1 })]);
  return db
    .prepare(
      `SELECT '${view}' AS view, ${DISCLOSED}, ${view === 'indicators' ? 'r.level1' : 'NULL'} AS level1, count(*) AS n
       FROM ${entries.sql} CROSS JOIN ${SECTIONS[view].table} r ON r.id = e.id
         CROSS JOIN disclosure_rows d ON d.id = r.disclosure
       WHERE ${kept.sql} GROUP BY ${BY.map((_, place) => place + 2).join(', ')}, ${BY.length + 2}`,
    )
    .all(...entries.params, ...kept.params) as Group[];
}

/** Of texts, which have one entry for a disclosure: each is looked at. */
function textGroups(db: Database, expression: SearchExpression, filter: ViewFilter): Group[] {
  const entries = found('texts', expression, filter);
  const kept = subjectCondition('d', filter);
  const searched = searchedColumns('texts').map((column) => `t.${column}`);
  const rows = db
    .prepare(
      `SELECT 'texts' AS view, ${DISCLOSED}, NULL AS level1, 1 AS n, ${searched.join(', ')}
       FROM ${entries.sql} CROSS JOIN disclosure_rows d ON d.id = e.id CROSS JOIN text_rows t ON t.disclosure = d.id
       WHERE ${kept.sql}`,
    )
    .iterate(...entries.params, ...kept.params) as Iterable<Group>;
  const groups: Group[] = [];
  for (const row of rows) if (holdsTerm('texts', { ...row }, expression.terms)) groups.push(row);
  return groups;
}

/** Rows that have no level at all (all but indicators) are not blank in it. */
function facetsOf(groups: readonly Group[]): FacetCount[] {
  const columns = ['view', ...BY, 'level1'] as const;
  return columns.flatMap((column) => {
    const counts = new Map<SqlValue, number>();
    for (const group of groups) {
      if (column === 'level1' && group.view !== 'indicators') continue;
      counts.set(group[column], (counts.get(group[column]) ?? 0) + group.n);
    }
    return [...counts]
      .map(([value, count]) => ({ column, value, count }))
      .sort((a, b) => b.count - a.count || String(a.value ?? '').localeCompare(String(b.value ?? '')));
  });
}
