import { QueryError } from '../model/facts/query-error.js';
import {
  EVERY_FILTER,
  FILTERS,
  type FilterName,
  hasFilter,
  parseFilter,
  type ViewFilter,
} from '../model/filters.js';
import { VIEWS } from '../model/views.js';
import { pageLink } from './links.js';

/** What the address of a list says. */
export interface ListQuery {
  path: string;
  /** Parameters given, by name, without blank ones. */
  given: Readonly<Record<string, string>>;
  filter: ViewFilter;
  /** Column names, `-` before one for descending, as `Page.sort` has them. */
  sort?: string;
  /** From 1. */
  page: number;
}

/** Parameter of lists whose columns can be chosen. */
export const COLUMNS = 'columns';

const LAST_PAGE = 1_000_000;

/** Parameters that hold several values: given twice, or joined by commas. */
const LISTS: readonly string[] = [COLUMNS];

/** Filters of rows that documents are made of; how a document was read is asked of the list of documents only. */
const ROW_FILTERS = EVERY_FILTER.map(([name]) => name).filter((name) =>
  VIEWS.some((view) => view.name !== 'documents' && hasFilter(view, name)),
);

/**
 * Reads the address of a list.
 * @param own parameters of this page besides its filters and those of every list
 * @throws QueryError on an unknown, repeated or malformed parameter; the message names the valid ones
 */
export function readListQuery(
  address: string,
  own: readonly string[] = [],
  filters: readonly FilterName[] = ROW_FILTERS,
): ListQuery {
  const { pathname, searchParams } = new URL(address);
  const known = [...filters, 'sort', 'page', ...own];
  const given: Record<string, string> = {};
  for (const [name, value] of searchParams) {
    if (!known.includes(name)) throw new QueryError(`没有参数 ${name}；可用：${known.join('、')}`);
    if (value.trim() === '') continue;
    if (LISTS.includes(name)) {
      given[name] = [given[name], value.trim()].filter((each) => each !== undefined).join(',');
      continue;
    }
    if (given[name] !== undefined) throw new QueryError(`参数 ${name} 给了不止一次`);
    given[name] = value.trim();
  }
  return {
    path: pathname,
    given,
    filter: filterOf(given, filters),
    sort: given.sort,
    page: given.page === undefined ? 1 : pageOf(given.page),
  };
}

function filterOf(given: Readonly<Record<string, string>>, filters: readonly FilterName[]): ViewFilter {
  return Object.fromEntries(
    filters.flatMap((name) => {
      const text = given[name];
      return text === undefined ? [] : [[name, filterValue(name, text)]];
    }),
  );
}

/** The value a parameter of this filter's name gives. @throws QueryError */
export function filterValue(name: FilterName, text: string): string | number | boolean {
  const parsed = parseFilter(name, text);
  if ('wrong' in parsed) throw new QueryError(`${FILTERS[name].title}（${name}）${parsed.wrong}`);
  return parsed.value;
}

function pageOf(text: string): number {
  const page = Number(text);
  if (/^\d+$/.test(text) && page >= 1 && page <= LAST_PAGE) return page;
  throw new QueryError(`页码应为 1 到 ${LAST_PAGE} 的整数，不能是 ${text}`);
}

/** Changes of parameters; null takes one out. */
export type Changes = Readonly<Record<string, string | number | null>>;

/** Address of the list with these changes; it begins at the first page again unless `page` is among them. */
export function addressOf({ path, given }: Pick<ListQuery, 'path' | 'given'>, changes: Changes = {}): string {
  const { page: _, ...kept } = given;
  const wanted = { ...kept, ...changes };
  return pageLink(path, wanted.page === 1 ? { ...wanted, page: null } : wanted);
}
