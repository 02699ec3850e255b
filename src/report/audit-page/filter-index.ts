import type { Severity } from '../../model/facts/severities.js';
import { SEVERITY_TITLES } from '../../model/facts/severities.js';
import type { AuditReport, ReportFinding } from '../audit-report/audit-report.js';
import { departmentTitle, regionTitle } from '../audit-report/titles.js';
import { html, type Markup } from '../html.js';

interface Choice {
  /** Number it goes by in `data-…`. */
  value: string;
  title: string;
  count: number;
  /** Number of the region a department lies in. */
  region?: string;
}

/** Names of regions, departments and rules as numbers, so that a page of many findings repeats none of them. */
export interface FilterIndex {
  regions: Choice[];
  departments: Choice[];
  rules: Choice[];
  severities: Choice[];
  /** `data-…` of the elements that show a finding. */
  attributes(finding: ReportFinding): Markup;
}

/** What the findings of a report can be filtered by, each with its number of findings. */
export async function filterIndex({
  findings,
  listed,
  rules,
}: Pick<AuditReport, 'findings' | 'listed' | 'rules'>): Promise<FilterIndex> {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const regions = numbered(({ subject }) => [regionTitle(subject), regionTitle(subject)]);
  const departments = numbered(({ subject }) => [
    `${regionTitle(subject)}\n${departmentTitle(subject)}`,
    departmentTitle(subject),
  ]);
  const byRule = numbered(({ finding }) => [finding.rule, titles.get(finding.rule) ?? finding.rule]);
  for await (const finding of findings) {
    byRule.count(finding);
    departments.count(finding).region = regions.count(finding).value;
  }
  return {
    regions: regions.choices(),
    departments: departments.choices(),
    rules: byRule.choices(),
    severities: (Object.keys(SEVERITY_TITLES) as Severity[]).map((value) => ({
      value,
      title: SEVERITY_TITLES[value],
      count: listed[value],
    })),
    attributes: (finding) =>
      html`data-finding data-region="${regions.of(finding)?.value}" data-department="${departments.of(finding)?.value}" data-rule="${byRule.of(finding)?.value}" data-severity="${finding.finding.severity}"`,
  };
}

type Name = (finding: ReportFinding) => [key: string, title: string];

/** The names met, by title, numbered in the order they are met. */
function numbered(name: Name) {
  const choices = new Map<string, Choice>();
  return {
    count(finding: ReportFinding): Choice {
      const [key, title] = name(finding);
      const choice = choices.get(key) ?? { value: String(choices.size + 1), title, count: 0 };
      choice.count += 1;
      choices.set(key, choice);
      return choice;
    },
    choices: () => [...choices.values()].sort((a, b) => a.title.localeCompare(b.title, 'zh-CN')),
    of: (finding: ReportFinding): Choice | undefined => choices.get(name(finding)[0]),
  };
}

/** The controls of the filter. */
export const renderFilters = ({ regions, departments, rules, severities }: FilterIndex): Markup =>
  html`<form class="filters" autocomplete="off">${select('region', '地区', regions)}${select('department', '部门', departments)}${select('rule', '疑点', rules)}${select('severity', '程度', severities)}<button type="button">全部</button><output aria-live="polite"></output></form>`;

const select = (name: string, title: string, choices: readonly Choice[]): Markup =>
  html`<label>${title} <select name="${name}"><option value="">全部</option>${choices.map(
    ({ value, title, count, region }) =>
      html`<option value="${value}"${region === undefined ? null : html` data-region="${region}"`}>${title}（${count}）</option>`,
  )}</select></label>`;
