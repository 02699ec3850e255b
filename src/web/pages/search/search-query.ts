import { QueryError } from '../../../model/facts/query-error.js';
import {
  EVERY_FILTER,
  type FilterName,
  hasFilter,
  SUBJECT_FILTERS,
  subjectAsked,
} from '../../../model/filters.js';
import type { SearchScope } from '../../../model/ports/questions.js';
import { SECTIONS } from '../../../model/sections/sections.js';
import { VIEWS } from '../../../model/views.js';
import { COLUMNS, type ListQuery, readListQuery } from '../../list-query.js';

/** Lists of the search page; `all`: everything that is searched, ranked. */
export const SEARCH_VIEWS = [
  'all',
  'projects',
  'indicators',
  'findings',
  'texts',
  'statements',
  'statement_items',
  'statements_said',
] as const;
export type SearchView = (typeof SEARCH_VIEWS)[number];

export const VIEW_TITLES: Record<SearchView, string> = {
  all: '全文',
  projects: SECTIONS.projects.title,
  indicators: SECTIONS.indicators.title,
  findings: '疑点',
  texts: SECTIONS.texts.title,
  statements: SECTIONS.statements.title,
  statement_items: SECTIONS.statement_items.title,
  statements_said: SECTIONS.statements_said.title,
};

/** Filters of a list: those its view has columns for. */
const filtersOf = (name: string): FilterName[] =>
  VIEWS.filter((view) => view.name === name).flatMap((view) =>
    EVERY_FILTER.flatMap(([filter]) => (hasFilter(view, filter) ? [filter] : [])),
  );

/** Filters each list has. */
export const VIEW_FILTERS: Record<SearchView, readonly FilterName[]> = {
  all: ['text', ...SUBJECT_FILTERS, 'level1'],
  projects: filtersOf('projects'),
  indicators: filtersOf('indicators'),
  findings: filtersOf('findings'),
  texts: filtersOf('texts'),
  statements: filtersOf('statements'),
  statement_items: filtersOf('statement_items'),
  statements_said: filtersOf('statements_said'),
};

/** What the address of the search page asks for. */
export interface SearchQuery extends ListQuery {
  view: SearchView;
}

/** Parameter of the full text search: the one view whose rows are wanted. */
export const WHICH = 'in';

/** What the full text search is narrowed by. */
export const searchScopeOf = ({ filter, given }: SearchQuery): SearchScope => ({
  ...subjectAsked(filter),
  level1: filter.level1,
  views: given[WHICH] === undefined ? undefined : [given[WHICH]],
});

/**
 * Reads the address. Without `view`: findings where a rule or severity is given, indicators where a level is, the ranked full
 * text search where only words are, else projects.
 * @throws QueryError on a wrong parameter
 */
export function readSearchQuery(address: string, own: readonly string[] = []): SearchQuery {
  const query = readListQuery(address, ['view', WHICH, COLUMNS, ...own]);
  const view = query.given.view === undefined ? viewMeant(query) : viewNamed(query.given.view);
  for (const name of Object.keys(query.given)) {
    const isFilter = Object.values(VIEW_FILTERS)
      .flat()
      .includes(name as FilterName);
    if (isFilter && !VIEW_FILTERS[view].includes(name as FilterName)) {
      throw new QueryError(`${VIEW_TITLES[view]}不能按 ${name} 筛选；可用：${VIEW_FILTERS[view].join('、')}`);
    }
  }
  if (view !== 'all' && query.given[WHICH] !== undefined) {
    throw new QueryError(`只有全文可以用 ${WHICH} 选一类；${VIEW_TITLES[view]}本来就是一类`);
  }
  if (view === 'all' && query.sort !== undefined) {
    throw new QueryError('全文按相关程度排列，不能用 sort；要排序请选别的一栏');
  }
  return { ...query, given: { ...query.given, view }, view };
}

function viewNamed(name: string): SearchView {
  const view = SEARCH_VIEWS.find((each) => each === name);
  if (view) return view;
  throw new QueryError(`没有 view=${name}；可用：${SEARCH_VIEWS.join('、')}`);
}

function viewMeant({ filter, sort }: ListQuery): SearchView {
  if (filter.rule !== undefined || filter.severity !== undefined) return 'findings';
  if (filter.level1 !== undefined || filter.level2 !== undefined) return 'indicators';
  const isRanked = filter.text !== undefined && sort === undefined;
  return isRanked && filter.project === undefined && !filter.unresolved ? 'all' : 'projects';
}

/** The same question to another list: filters it does not have are left out. */
export function asView(query: SearchQuery, view: SearchView): SearchQuery {
  const kept = Object.entries(query.given).filter(([name]) =>
    VIEW_FILTERS[view].includes(name as FilterName),
  );
  const filter = Object.fromEntries(
    Object.entries(query.filter).filter(([name]) => VIEW_FILTERS[view].includes(name as FilterName)),
  );
  return { path: query.path, given: { ...Object.fromEntries(kept), view }, filter, page: 1, view };
}
