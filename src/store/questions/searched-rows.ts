import { QueryError } from '../../model/facts/query-error.js';
import { hasFilter, subjectAsked, type ViewFilter } from '../../model/filters.js';
import { requireView } from '../../model/named-view.js';
import type { SearchScope } from '../../model/ports/questions.js';
import { findTerms } from '../../model/search/highlight.js';
import type { SearchedView } from '../../model/sections/sections.js';
import type { SqlValue } from '../../model/sql-value.js';
import { subjectCondition } from '../conditions/view-filter.js';
import { SEARCHED } from '../derived/search-index.js';
import { allOf, type Condition } from '../ground/condition.js';
import { ENTRY } from '../ground/search-entry.js';

const EVERY_VIEW = Object.keys(SEARCHED) as SearchedView[];

/** The views a search looks at. @throws QueryError on a view that is not searched */
export function searchedViews({ views = EVERY_VIEW, level1 }: SearchScope): SearchedView[] {
  const named = views.map(searchedView);
  return level1 === undefined ? named : named.filter((view) => hasFilter(requireView(view), 'level1'));
}

function searchedView(name: string): SearchedView {
  const view = EVERY_VIEW.find((each) => each === name);
  if (view) return view;
  throw new QueryError(`视图 ${name} 不在全文检索之列；可用：${EVERY_VIEW.join('、')}`, {
    unknown: { word: name, known: EVERY_VIEW },
  });
}

/** Condition over `search_index`: entries of these views, of documents the filter may keep something of. */
export function entryCondition(views: readonly SearchedView[], filter: ViewFilter): Condition {
  const kinds = views.map((view) => SEARCHED[view].kind).join(', ');
  const isNarrowed = Object.keys(subjectAsked(filter)).length > 0;
  const { sql, params } = subjectCondition('d', filter);
  return allOf([
    ...(views.length < EVERY_VIEW.length ? [{ sql: `${ENTRY.kind} IN (${kinds})`, params: [] }] : []),
    ...(isNarrowed
      ? [{ sql: `(${ENTRY.document}) IN (SELECT d.document FROM disclosure_rows d WHERE ${sql})`, params }]
      : []),
  ]);
}

/** What is searched of a row, in the order a hit is looked for. */
export const searchedColumns = (view: SearchedView): readonly string[] => [
  ...SEARCHED[view].names,
  ...SEARCHED[view].texts,
];

/** Whether the row itself holds one of the texts; its entry may stand for several rows. */
export const holdsTerm = (
  view: SearchedView,
  row: Readonly<Record<string, SqlValue>>,
  terms: readonly string[],
): boolean =>
  searchedColumns(view).some((column) => {
    const text = row[column];
    return typeof text === 'string' && findTerms(text, terms).length > 0;
  });
