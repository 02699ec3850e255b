import { TEXT_KIND_TITLES } from './disclosure.js';
import { SEVERITIES, SEVERITY_TITLES, severityMeant } from './facts/severities.js';
import { STAGE_TITLES, STAGES } from './facts/stages.js';
import { OUTCOME_TITLES, OUTCOMES } from './outcome.js';
import { STATEMENT_KINDS } from './statement.js';
import { TARGET_KIND_TITLES } from './target.js';
import type { View } from './views.js';

/**
 * How a filter decides: by what the row is about (where and when), by the column of the filter's name (`level`: with or without
 * its last word; `project`: any part), by any searched column, by what is unknown of the subject, or by what
 * reviewers answered (`answered`: without it those explained or dismissed are left out).
 */
export type Match = 'subject' | 'equal' | 'level' | 'project' | 'searched' | 'unresolved' | 'answered';

export interface Filter {
  /** A year, one of a closed list, set or not set, or free words. */
  kind: 'text' | 'year' | 'choice' | 'flag';
  values?: readonly string[];
  title: string;
  /** What stands for the value in the help of the command line, and what the filter means. */
  value: string;
  meaning: string;
  /** What to write into the field of a form. */
  hint?: string;
  /** What people call the values; who writes one of these means the value. */
  titles?: Readonly<Record<string, string>>;
  /** Which of the values other words mean. */
  meant?: (words: string) => string | null;
  /** Option of the command line; `--` and the name by default. */
  option?: string;
  match: Match;
  /** Columns that tell whether a row is kept, where counts by columns can answer. */
  decidedBy: readonly string[];
}

/**
 * Every filter of the lists, once: options of the command line, saved queries, addresses of pages, parameters of the API and
 * conditions of the store follow from it. A filter by the equality of a column is one entry here.
 */
export const FILTERS = {
  text: {
    kind: 'text',
    title: '文字',
    value: '文字',
    meaning: '在名称、目标、说明等文字中查找',
    hint: '名称、目标、说明里的字',
    match: 'searched',
    decidedBy: ['text'],
  },
  region: {
    kind: 'text',
    title: '地区',
    value: '地区',
    meaning: '地区名称或行政区划代码（可只写前 2 位、前 4 位），含其下各级',
    hint: '名称或代码，含其下各级',
    match: 'subject',
    decidedBy: ['province', 'city', 'region', 'region_code'],
  },
  year: {
    kind: 'year',
    title: '年度',
    value: '年份',
    meaning: '预算年度',
    hint: '如 2024',
    match: 'subject',
    decidedBy: ['year'],
  },
  stage: {
    kind: 'choice',
    values: STAGES,
    titles: STAGE_TITLES,
    title: '阶段',
    value: '阶段',
    meaning: `公开的阶段（${Object.values(STAGE_TITLES).join('、')}）`,
    match: 'subject',
    decidedBy: ['stage'],
  },
  department: {
    kind: 'text',
    title: '部门',
    value: '部门',
    meaning: '部门名称（可只写一部分）或部门统一名称',
    hint: '名称，可只写一部分',
    match: 'subject',
    decidedBy: ['department', 'department_key'],
  },
  project: {
    kind: 'text',
    title: '项目',
    value: '项目',
    meaning: '项目名称，可只写一部分',
    hint: '名称，可只写一部分',
    match: 'project',
    decidedBy: ['project'],
  },
  level1: {
    kind: 'text',
    title: '一级指标',
    value: '名称',
    meaning: '一级指标',
    match: 'level',
    decidedBy: ['level1'],
  },
  level2: {
    kind: 'text',
    title: '二级指标',
    value: '名称',
    meaning: '二级指标',
    match: 'level',
    decidedBy: ['level2'],
  },
  kind: {
    kind: 'text',
    title: '类型',
    value: '类型',
    meaning:
      '指标值类型（如 百分比、定性文字）、文字的类别（如 部门职责）或预算表的类别（如 收支总表）；代码也可以，如 percent',
    titles: { ...TARGET_KIND_TITLES, ...TEXT_KIND_TITLES, ...STATEMENT_KINDS },
    match: 'equal',
    decidedBy: ['kind'],
  },
  rule: {
    kind: 'text',
    title: '规则',
    value: '规则',
    meaning: '规则代码',
    match: 'equal',
    decidedBy: ['rule'],
  },
  severity: {
    kind: 'choice',
    values: SEVERITIES,
    title: '程度',
    value: '程度',
    meaning: '疑点的程度（错误、提醒、提示）',
    titles: SEVERITY_TITLES,
    meant: severityMeant,
    match: 'equal',
    decidedBy: ['severity'],
  },
  outcome: {
    kind: 'choice',
    values: OUTCOMES,
    title: '结果',
    value: '结果',
    meaning: '文档读得怎样',
    titles: OUTCOME_TITLES,
    match: 'equal',
    decidedBy: ['outcome'],
  },
  format: {
    kind: 'text',
    title: '格式',
    value: '格式',
    meaning: '文档的文件格式，如 pdf',
    option: 'file-format',
    match: 'equal',
    decidedBy: ['format'],
  },
  unresolved: {
    kind: 'flag',
    title: '归属',
    value: '',
    meaning: '只要地区、年度或部门未定的',
    match: 'unresolved',
    decidedBy: ['region', 'year', 'department'],
  },
  all: {
    kind: 'flag',
    title: '复核',
    value: '',
    meaning: '连同复核为已说明、排除的疑点',
    match: 'answered',
    decidedBy: ['review'],
  },
} as const satisfies Record<string, Filter>;

export type FilterName = keyof typeof FILTERS;

type ValueOf<Kind> = Kind extends 'year' ? number : Kind extends 'flag' ? boolean : string;

/** What to keep of a view; a missing filter keeps everything. */
export type ViewFilter = { [Name in FilterName]?: ValueOf<(typeof FILTERS)[Name]['kind']> };

/** All filters with their names, in the order people see them. */
export const EVERY_FILTER = Object.entries(FILTERS) as readonly [FilterName, Filter][];

/** What people call the filters, by name. */
export const FILTER_TITLES: Readonly<Record<string, string>> = Object.fromEntries(
  EVERY_FILTER.map(([name, { title }]) => [name, title]),
);

/** Where, when, at which stage and whose: filters of everything that has a subject. */
export type SubjectFilter = Pick<ViewFilter, 'region' | 'year' | 'stage' | 'department'>;

export const SUBJECT_FILTERS = [
  'region',
  'year',
  'stage',
  'department',
] as const satisfies readonly (keyof SubjectFilter)[];

/** Of what was asked, where, when, at which stage and whose; absent where not asked. */
export const subjectAsked = (asked: SubjectFilter): SubjectFilter =>
  Object.fromEntries(
    SUBJECT_FILTERS.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]]])),
  );

/** Whether rows of the view can be chosen by this filter. */
export function hasFilter({ columns }: View, name: FilterName): boolean {
  const { match } = FILTERS[name];
  if (match === 'searched') return columns.some((column) => column.searched);
  const column = match === 'unresolved' ? 'region' : match === 'answered' ? 'reviewer' : name;
  return columns.some((each) => each.name === column);
}

/** The filter as an option of the command line. */
export function optionOf(name: FilterName): string {
  const { option = name }: Filter = FILTERS[name];
  return `--${option}`;
}

/** The first and the last year a budget can be of, written with four digits. */
export const BUDGET_YEARS = [1900, 2099] as const;

const isBudgetYear = (year: number): boolean => year >= BUDGET_YEARS[0] && year <= BUDGET_YEARS[1];

/**
 * A filter's value as written in a command or an address; a flag is `1`.
 * @returns the value, or what is wrong with the words (Chinese)
 */
export function parseFilter(
  name: FilterName,
  text: string,
): { value: string | number | boolean } | { wrong: string } {
  const { kind, values = [], titles = {}, meant }: Filter = FILTERS[name];
  const titled = Object.keys(titles).find((code) => titles[code] === text);
  if (kind === 'year') {
    return /^\d{4}$/.test(text) && isBudgetYear(Number(text))
      ? { value: Number(text) }
      : { wrong: `应为四位年份，如 2024，不能是 ${text}` };
  }
  if (kind === 'flag') return text === '1' ? { value: true } : { wrong: `只能是 1，不能是 ${text}` };
  if (kind === 'choice') {
    const value = meant?.(text) ?? titled ?? values.find((each) => each === text);
    return value === undefined
      ? {
          wrong: `应为 ${values.map((each) => `${titles[each] ?? ''}（${each}）`).join('、')} 之一，不能是 ${text}`,
        }
      : { value };
  }
  return { value: titled ?? text };
}

/** What people call a value of a filter; the value where the filter has no words for it, or there is no such filter. */
export function filterWords(name: string, value: string): string {
  const filter: Filter | undefined = Object.hasOwn(FILTERS, name) ? FILTERS[name as FilterName] : undefined;
  return filter?.titles?.[value] ?? value;
}

/** What a filter keeps, in words: `地区 湖南省，年度 2024`; '' where it keeps everything. */
export const describeFilter = (filter: ViewFilter): string =>
  EVERY_FILTER.flatMap(([name, { title, kind, meaning }]) => {
    const value = filter[name];
    if (value === undefined || value === false) return [];
    return [kind === 'flag' ? meaning : `${title} ${filterWords(name, String(value))}`];
  }).join('，');
