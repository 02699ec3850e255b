import { RULES, ruleTitle } from '../../../app/rules.js';
import { TEXT_KIND_TITLES } from '../../../model/disclosure.js';
import { SEVERITY_TITLES } from '../../../model/facts/severities.js';
import { filterWords } from '../../../model/filters.js';
import type { FacetCount } from '../../../model/ports/questions.js';
import { STATEMENT_KINDS } from '../../../model/statement.js';
import { TARGET_KIND_TITLES } from '../../../model/target.js';
import { findView } from '../../../model/views.js';
import { findRegions } from '../../../pipeline/subjects/find-regions.js';
import type { FacetValue } from '../../parts/facet-list.js';
import type { Choice } from '../../parts/filter-form.js';
import { type SearchView, WHICH } from './search-query.js';

/** Values of one parameter of the list, counted. */
export interface Facet {
  name: string;
  title: string;
  values: FacetValue[];
}

/** Of texts, of statements and of their figures; elsewhere a kind is that of a target. */
const KIND_TITLES: Partial<Record<SearchView, Record<string, string>>> = {
  texts: TEXT_KIND_TITLES,
  statements: STATEMENT_KINDS,
  statement_items: STATEMENT_KINDS,
};

const kindTitles = (view: SearchView): Record<string, string> => KIND_TITLES[view] ?? TARGET_KIND_TITLES;

export const kindTitle = (view: SearchView, kind: string): string => kindTitles(view)[kind] ?? kind;

/** Columns that are counted: the parameter they set, and what people call them. */
const FACETS: Record<
  string,
  { name: string; title: string; titleOf?: (value: string, view: SearchView) => string }
> = {
  view: { name: WHICH, title: '哪一类', titleOf: (view) => findView(view)?.title ?? view },
  province: { name: 'region', title: '省份' },
  region_code: { name: 'region', title: '地区', titleOf: (code) => findRegions(code)[0]?.name ?? code },
  department_key: { name: 'department', title: '部门' },
  year: { name: 'year', title: '年度', titleOf: (year) => `${year} 年` },
  stage: { name: 'stage', title: '阶段', titleOf: (stage) => filterWords('stage', stage) },
  level1: { name: 'level1', title: '一级指标' },
  level2: { name: 'level2', title: '二级指标' },
  kind: { name: 'kind', title: '类型', titleOf: (kind, view) => kindTitle(view, kind) },
  severity: {
    name: 'severity',
    title: '程度',
    titleOf: (severity) => SEVERITY_TITLES[severity as keyof typeof SEVERITY_TITLES],
  },
  rule: {
    name: 'rule',
    title: '规则',
    titleOf: ruleTitle,
  },
};

/** Counts by column as facets; a column whose rows are all blank is none. */
export function facetValues(view: SearchView, counts: readonly FacetCount[]): Facet[] {
  const columns = [...new Set(counts.map(({ column }) => column))];
  return columns.flatMap((column) => {
    const facet = FACETS[column];
    if (!facet) return [];
    const { name, title, titleOf = String } = facet;
    const values = counts
      .filter((each) => each.column === column)
      .map(({ value, count }) => ({
        value: value === null ? null : String(value),
        title: value === null ? '（空白）' : titleOf(String(value), view),
        count,
      }));
    return values.some(({ value }) => value !== null) ? [{ name, title, values }] : [];
  });
}

export const severityChoices = Object.entries(SEVERITY_TITLES).map(([value, title]) => ({ value, title }));

export const ruleChoices = RULES.map(({ id, title }) => ({ value: id, title }));

export const kindChoices = (view: SearchView): Choice[] =>
  Object.entries(kindTitles(view)).map(([value, title]) => ({ value, title }));
