import { QueryError } from '../store/query-error.js';
import type { ViewFilter } from '../store/view-filter.js';
import { pageLink } from './links.js';
import { oneOf } from './one-of.js';

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

/** Parameters of every list that filter, by their title; named as the options of the command line. */
export const FILTER_TITLES = {
  text: '文字',
  region: '地区',
  year: '年度',
  department: '部门',
  project: '项目',
  level1: '一级指标',
  level2: '二级指标',
  kind: '类型',
  rule: '规则',
  severity: '程度',
  unresolved: '归属',
} as const satisfies Record<Exclude<keyof ViewFilter, 'outcome' | 'format'>, string>;

export type FilterName = keyof typeof FILTER_TITLES;

const SEVERITIES = ['error', 'warning', 'note'];
const LAST_PAGE = 1_000_000;

/**
 * Reads the address of a list.
 * @param own parameters of this page besides those of every list
 * @throws QueryError on an unknown, repeated or malformed parameter; the message names the valid ones
 */
export function readListQuery(address: string, own: readonly string[] = []): ListQuery {
  const { pathname, searchParams } = new URL(address);
  const known = [...Object.keys(FILTER_TITLES), 'sort', 'page', ...own];
  const given: Record<string, string> = {};
  for (const [name, value] of searchParams) {
    if (!known.includes(name)) throw new QueryError(`没有参数 ${name}；可用：${known.join('、')}`);
    if (value.trim() === '') continue;
    if (given[name] !== undefined) throw new QueryError(`参数 ${name} 给了不止一次`);
    given[name] = value.trim();
  }
  return {
    path: pathname,
    given,
    filter: filterOf(given),
    sort: given.sort,
    page: given.page === undefined ? 1 : pageOf(given.page),
  };
}

function filterOf(given: Readonly<Record<string, string>>): ViewFilter {
  const { text, region, year, department, project, level1, level2, kind, rule, severity, unresolved } = given;
  if (year !== undefined && !/^(19|20)\d{2}$/.test(year)) {
    throw new QueryError(`年度应为四位年份，如 2024，不能是 ${year}`);
  }
  oneOf('severity', SEVERITIES, severity);
  if (unresolved !== undefined && unresolved !== '1') throw new QueryError('unresolved 只能是 1');
  return {
    ...{ text, region, department, project, level1, level2, kind, rule, severity },
    year: year === undefined ? undefined : Number(year),
    unresolved: unresolved === undefined ? undefined : true,
  };
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
