import type { FacetCount } from '../../../model/ports/questions.js';
import type { Store } from '../../../model/ports/store.js';
import { fieldNames, findSection } from '../../../model/sections/sections.js';
import type { Row } from '../../../report/row.js';
import { type ListColumn, viewColumns } from '../../parts/list-column.js';
import type { Total } from '../../parts/pager.js';
import type { SearchQuery } from './search-query.js';

/** Rows of a page of a list. */
export const ROWS_A_PAGE = 50;

export interface ListPage {
  rows: Row[];
  total: Total;
  /** Empty where there are too many rows to count them by their texts. */
  facets: FacetCount[];
}

/** Columns a list shows, and those its links are made of. */
const SUBJECT = ['province', 'city', 'region', 'region_code', 'year', 'department', 'department_key'];
const OF_FINDINGS = ['id', 'severity', 'verdict', 'rule', 'project', 'message', 'difference_wan'];

function columnsOf(view: string): string[] {
  const section = findSection(view);
  if (!section) return [...OF_FINDINGS, ...SUBJECT];
  const project = section.project === 'shown' ? ['project_id', 'project'] : [];
  const key = section.row ? 'id' : 'document_id';
  return [key, ...project, ...fieldNames(section, ({ listed }) => listed), ...SUBJECT];
}

function facetsOf(view: string): string[] {
  const section = findSection(view);
  return [...(section ? fieldNames(section, ({ facet }) => facet) : ['severity', 'rule']), 'year', 'stage'];
}

/** One page of a list of `total` rows with the spread over its facets. */
export async function readList(
  store: Store,
  { view, filter, sort, page }: SearchQuery,
  total: Total,
  chosen: readonly ListColumn[],
): Promise<ListPage> {
  const { rows } = await store.query(view, filter, {
    columns: [...columnsOf(view), ...viewColumns(chosen)],
    sort,
    limit: ROWS_A_PAGE,
    offset: (page - 1) * ROWS_A_PAGE,
  });
  return {
    rows,
    total,
    facets: total.isExact ? await store.facets(view, filter, facetColumns(view, filter)) : [],
  };
}

/**
 * Provinces first; within a region its counties. Departments where few rows are left: those of the whole country are not counted
 * beforehand.
 */
const facetColumns = (
  view: string,
  { region, department, text, project }: SearchQuery['filter'],
): string[] => [
  ...facetsOf(view),
  region === undefined ? 'province' : 'region_code',
  ...([region, department, text, project].every((each) => each === undefined) ? [] : ['department_key']),
];
